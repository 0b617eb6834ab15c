import { fits } from '../../../shared/items/leaves.ts'
import { NewName } from './NewName.tsx'
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
  const refusal = (year: string) => {
    if (!/^\d{4}$/.test(year) || !fits({ is: 'year' }, Number(year))) return t('notYear')
    return years.includes(year) ? t('yearTwice', { year }) : null
  }
  return (
    <NewName
      label={`${t('newYear')}: ${label}`}
      offer={next}
      add={t('addYear')}
      refusal={refusal}
      onAdd={onAdd}
    />
  )
}
