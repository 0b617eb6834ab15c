import type { Choice, Scale } from '../../../shared/items/define.ts'
import type { ItemTranslate } from '../../hooks/useItemText.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

/** What can be chosen, in words: an option by its name, a step of a scale with what it means. */
export const optionsOf = (field: Choice | Scale, t: ItemTranslate): readonly Option[] =>
  field.is === 'choice'
    ? field.of.values.map((value) => ({ value, label: t(`${field.of.name}=${value}`) }))
    : stepsOf(field).map((step) => ({ value: step, label: `${step} – ${t(`${field.name}=${step}`)}` }))

const stepsOf = ({ from, to }: Scale): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
