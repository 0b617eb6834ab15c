import { useMemo, useSyncExternalStore } from 'react'
import type { ItemEdits } from '../live/item-edits.ts'
import { itemEditsIn } from '../live/item-edits.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { PlanItems } from '../live/plan-items.ts'
import { planItemsOf } from '../live/plan-items.ts'
import { useBoardSession } from './useBoardSession.ts'

/* The plan's items, for views. Each hook draws its view anew only when what it asked for has changed. */

const none: readonly PlacedItem[] = []
const nothing: readonly string[] = []

const usePart = <T>(part: (items: PlanItems) => T): T => {
  const items = planItemsOf(useBoardSession())
  return useSyncExternalStore(items.subscribe, () => part(items.get()))
}

/** All of them, for what follows links: drawn anew with every change of any item. */
export const usePlanItems = (): PlanItems => usePart((items) => items)

/** The items of one kind in their order. */
export const useItemsOf = (kind: string): readonly PlacedItem[] =>
  usePart((items) => items.byKind.get(kind) ?? none)

/** Undefined when there is none by this id, or it lies in the wastebasket. */
export const useItem = (id: string): PlacedItem | undefined => usePart((items) => items.byId.get(id))

/** Kinds of which there are any, with a space between them: one text, so that it is the same until they change. */
export const useFilledKinds = (): string =>
  usePart((items) => [...items.byKind].flatMap(([kind, all]) => (all.length > 0 ? kind : [])).join(' '))

/** How many there are of these kinds together. */
export const useItemCount = (kinds: readonly string[]): number =>
  usePart((items) => kinds.reduce((sum, kind) => sum + (items.byKind.get(kind)?.length ?? 0), 0))

export const useDeletedItems = (): readonly PlacedItem[] => usePart((items) => items.deleted)

/** What stands among the items of a step and could not be read. */
export const useUnreadItems = (stepId: string): readonly string[] =>
  usePart((items) => items.unread.get(stepId) ?? nothing)

/** What can be done with items. */
export const useItemEdits = (): ItemEdits => {
  const session = useBoardSession()
  return useMemo(() => itemEditsIn(session), [session])
}
