import type { Kind } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import { beginningsOf } from '../../shared/step/items.ts'

/** Whether an item says no more than what it is called and what each of its kind begins with. */
export const isBare = (item: Item, kind: Kind): boolean => {
  const beginnings = beginningsOf(kind, '')
  const named = new Set([kind.title, kind.titleAlso, kind.card.number, kind.joins?.from, kind.joins?.to])
  return [...item.leaves].every(([path, leaf]) => {
    const isFirst = beginnings.has(path) && (beginnings.get(path) === leaf || beginnings.get(path) === '')
    return leaf === '' || named.has(path) || isFirst
  })
}
