import type { Choice, Scale } from '../../../shared/items/define.ts'
import { Select } from '../../ui/Select.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

interface Props extends Place {
  readonly field: Choice | Scale
}

/** One of some words, or a step on a scale with what it means. */
export const OneOf = ({ field, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const choices = field.is === 'choice' ? optionsOf(field) : stepsOf(field)
  return (
    <Select
      label={t(name)}
      size="md"
      value={String(item.leaves.get(path) ?? '')}
      choices={[
        { value: '', label: t('notSaid') },
        ...choices.map(({ value, key }) => ({
          value,
          label: field.is === 'scale' ? `${value} – ${t(key)}` : t(key),
        })),
      ]}
      onChange={(value) =>
        edits.change(item, { [path]: field.is === 'scale' && value !== '' ? Number(value) : value })
      }
    />
  )
}

const optionsOf = ({ of }: Choice) => of.values.map((value) => ({ value, key: `${of.name}=${value}` }))

const stepsOf = ({ name, from, to }: Scale) =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at)).map((value) => ({
    value,
    key: `${name}=${value}`,
  }))
