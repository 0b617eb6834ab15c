import { useState } from 'react'
import { fits } from '../../../shared/items/leaves.ts'
import { Button } from '../../ui/Button.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { TextField } from '../../ui/TextField.tsx'
import css from './form.module.css'
import { useForm } from './useForm.ts'

interface Props {
  readonly label: string
  readonly years: readonly string[]
  readonly onAdd: (year: string) => void
}

/** A year to begin: the next one, unless another is typed. */
export const NewYear = ({ label, years, onAdd }: Props) => {
  const { t } = useForm().telling
  const next = String(Number(years.at(-1) ?? new Date().getFullYear() - 1) + 1)
  const [typed, type] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const year = (typed ?? next).trim()
  const add = () => {
    if (!/^\d{4}$/.test(year) || !fits({ is: 'year' }, Number(year))) return setError(t('notYear'))
    if (years.includes(year)) return setError(t('yearTwice', { year }))
    setError(undefined)
    type(null)
    onAdd(year)
  }
  return (
    <form
      className={css.newYear}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={`${t('newYear')}: ${label}`}
        labelHidden
        size="md"
        value={typed ?? next}
        onChange={type}
        error={error}
      />
      <Button type="submit" kind="quiet" icon={AddIcon}>
        {t('addYear')}
      </Button>
    </form>
  )
}
