import type { Choice, Scale } from '../../../shared/items/define.ts'
import { Select } from '../../ui/Select.tsx'
import { optionsOf } from './options.ts'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

interface Props extends Place {
  readonly field: Choice | Scale
}

/** One of some words, or a step on a scale with what it means. */
export const OneOf = ({ field, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  return (
    <Select
      label={t(name)}
      size="md"
      value={String(item.leaves.get(path) ?? '')}
      choices={[{ value: '', label: t('notSaid') }, ...optionsOf(field, t)]}
      onChange={(value) =>
        edits.change(item, { [path]: field.is === 'scale' && value !== '' ? Number(value) : value })
      }
    />
  )
}
