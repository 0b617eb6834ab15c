import type { Kind } from './define.ts'
import { kinds } from './index.ts'
import type { Item } from './item.ts'
import { membersAt } from './item.ts'
import { byOrder } from './order.ts'
import type { Plain } from './plain.ts'
import { plainOf } from './plain.ts'

/* The items of a whole plan, put together from its steps. */

/** An item and the step that holds it: that one's lock is the item's. */
export interface PlacedItem extends Item {
  readonly stepId: string
}

/** By kind and in their order, without those in the wastebasket; of several of one id the first in the plan. */
export const together = (
  steps: readonly { readonly stepId: string; readonly items: readonly Item[] }[],
): ReadonlyMap<string, readonly PlacedItem[]> => {
  const placed = steps.flatMap(({ stepId, items }) => items.map((item) => ({ ...item, stepId })))
  return new Map(
    [...kinds.keys()].map((kind) => [kind, liveOnes(placed.filter((item) => item.kind === kind))]),
  )
}

/** One of each id: when two people moved it to two steps, the first in the plan. Items come in the order of the steps. */
export const liveOnes = (items: readonly PlacedItem[]): readonly PlacedItem[] => {
  const seen = new Set<string>()
  return items
    .filter(({ id, deleted }) => {
      if (deleted || seen.has(id)) return false
      seen.add(id)
      return true
    })
    .sort(byOrder)
}

/** The item as files know it, with the ids that are read from the items which link to it. */
export const plainWithLinks = (kind: Kind, item: Item, all: ReadonlyMap<string, readonly Item[]>): Plain => ({
  ...plainOf(kind, item),
  ...Object.fromEntries(
    (kind.derived ?? []).map(({ name, kind: from, field }) => [
      name,
      (all.get(from) ?? []).filter((one) => membersAt(one, field).includes(item.id)).map(({ id }) => id),
    ]),
  ),
})
