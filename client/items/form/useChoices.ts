import { must } from '../../../shared/assert.ts'
import { kinds } from '../../../shared/items/index.ts'
import { dayOf } from '../../hooks/day.ts'
import { usePlanItems } from '../../hooks/useItems.ts'
import { titleOf } from '../said.ts'
import type { Pick } from './Picker.tsx'
import { useForm } from './useForm.ts'

/** Items of a kind that may be linked from this one, and a way to make another in the same step, where a name makes one. */
export const useChoices = (kind: string, without: readonly string[]) => {
  const { item, telling, edits } = useForm()
  const { byKind } = usePlanItems()
  const choices: readonly Pick[] = (byKind.get(kind) ?? [])
    .filter(({ id }) => id !== item.id && !without.includes(id))
    .map((one) => ({ id: one.id, title: titleOf(one, telling) }))
  const { title: named, fields } = must(kinds.get(kind), `no kind called ${kind}`)
  // Of what is called after a year or a long text, the words typed make no name.
  const make =
    fields[named]?.is === 'line'
      ? (title: string): string =>
          edits.add(kind, item.stepId, dayOf(new Date()), new Map([[named, title.slice(0, 300)]]))
      : null
  return { choices, make }
}
