import { spotAt } from '../../../shared/items/leaves.ts'
import { NewName } from './NewName.tsx'
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
  const refusal = (word: string) => {
    if (spotAt(kind.fields, pathOf(word)) === null) return t('notGroup')
    return words.includes(word) ? t('groupTwice', { group: word }) : null
  }
  return (
    <NewName
      label={`${t('newGroup')}: ${label}`}
      placeholder={t('newGroup')}
      add={t('addGroup')}
      refusal={refusal}
      onAdd={onAdd}
    />
  )
}
