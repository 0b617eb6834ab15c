import { followUpRoom } from '../board/plan.ts'
import type { Kind } from './define.ts'
import { kinds } from './index.ts'
import type { Item } from './item.ts'
import { membersAt } from './item.ts'
import { byOrder } from './order.ts'
import type { Plain } from './plain.ts'
import { plainOf } from './plain.ts'
import { reportedLeaves } from './reports.ts'

/* The items of a whole plan, put together from its steps and from what was told after they were agreed. */

/** An item and the room that holds it: a step, whose lock is the item's, or the plan's own. */
export interface PlacedItem extends Item {
  readonly stepId: string
  /** Paths whose values were told after agreement: the agreed version knows nothing of them. */
  readonly reported?: ReadonlySet<string>
}

export interface RoomItems {
  readonly stepId: string
  readonly items: readonly Item[]
}

/**
 * By kind and in their order, without those in the wastebasket; of several of one id the first in the plan. Where the
 * plan's own room is among the rooms, what it tells of an item is laid over the step's.
 */
export const together = (rooms: readonly RoomItems[]): ReadonlyMap<string, readonly PlacedItem[]> => {
  const placed = rooms.flatMap(({ stepId, items }) => items.map((item) => ({ ...item, stepId })))
  const reports = placed.filter(isReport)
  const items = placed.filter((item) => !isReport(item))
  return new Map(
    [...kinds.keys()].map((kind) => [
      kind,
      withReports(
        liveOnes(items.filter((item) => item.kind === kind)),
        reports.filter((report) => report.kind === kind),
      ),
    ]),
  )
}

/** Whether this only tells of an item that a step holds. */
export const isReport = ({ stepId, kind }: Pick<PlacedItem, 'stepId' | 'kind'>): boolean =>
  stepId === followUpRoom && !kinds.get(kind)?.afterAgreement

/** Items of one kind with what was told of them; one of which nothing was told stays the same object. */
export const withReports = (
  items: readonly PlacedItem[],
  reports: readonly Item[],
): readonly PlacedItem[] => {
  if (reports.length === 0) return items
  const byId = Map.groupBy(reports, ({ id }) => id)
  return items.map((item) => {
    const own = byId.get(item.id)
    return own ? merged(item, own) : item
  })
}

/** Made once of an item and its reports as they stand. */
const merged = (item: PlacedItem, reports: readonly Item[]): PlacedItem => {
  const known = mergedOnes.get(item)
  if (known && known.of.length === reports.length && known.of.every((one, at) => one === reports[at]))
    return known.item
  const told = reportedLeaves(reports)
  const made =
    told.size === 0
      ? item
      : { ...item, leaves: new Map([...item.leaves, ...told]), reported: new Set(told.keys()) }
  mergedOnes.set(item, { of: reports, item: made })
  return made
}

const mergedOnes = new WeakMap<PlacedItem, { readonly of: readonly Item[]; readonly item: PlacedItem }>()

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
