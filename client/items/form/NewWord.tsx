import { useState } from 'react'
import { spotAt } from '../../../shared/items/leaves.ts'
import { Button } from '../../ui/Button.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { TextField } from '../../ui/TextField.tsx'
import css from './form.module.css'
import { useForm } from './useForm.ts'

interface Props {
  readonly label: string
  readonly words: readonly string[]
  /** Where a value of the group would stand. */
  readonly pathOf: (word: string) => string
  readonly onAdd: (word: string) => void
}

/** A group to begin, by its name. */
export const NewWord = ({ label, words, pathOf, onAdd }: Props) => {
  const { kind, telling } = useForm()
  const { t } = telling
  const [typed, type] = useState('')
  const [error, setError] = useState<string>()
  const word = typed.trim()
  const add = () => {
    if (spotAt(kind.fields, pathOf(word)) === null) return setError(t('notGroup'))
    if (words.includes(word)) return setError(t('groupTwice', { group: word }))
    setError(undefined)
    type('')
    onAdd(word)
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
        label={`${t('newGroup')}: ${label}`}
        labelHidden
        size="md"
        placeholder={t('newGroup')}
        value={typed}
        onChange={type}
        error={error}
      />
      <Button type="submit" kind="quiet" icon={AddIcon}>
        {t('addGroup')}
      </Button>
    </form>
  )
}
