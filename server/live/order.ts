import * as Y from 'yjs'

/*
 * Whether two neighbours can have stood side by side. Yjs puts an item between the two that its writer named; named
 * at will, its place comes to depend on the order in which a document hears of things, and two documents with the
 * same items read differently for ever.
 */

type Struct = Y.Item | Y.GC | Y.Skip

export interface Neighbourhood {
  /** The struct that covers an id, in the document or in the update. */
  find(id: Y.ID): Struct | undefined
  isStored(id: Y.ID): boolean
  /** Steps left to one update, over all its items. */
  patience: number
}

/** Whether `left` can stand before `right`; null is the beginning, or the end. */
export const isOrdered = (left: Y.ID | null, right: Y.ID | null, among: Neighbourhood): boolean => {
  if (left === null || right === null) return true
  const [before, after] = [among.find(left), among.find(right)]
  if (!(before instanceof Y.Item) || !(after instanceof Y.Item)) return true
  if (before === after) return left.clock < right.clock
  // Most stand where one of them was put beside the other.
  if (right.clock === after.id.clock && Y.compareIDs(after.origin, left)) return true
  if (Y.compareIDs(before.rightOrigin, right)) return true
  const inList = among.isStored(left) && among.isStored(right)
  return inList ? isReached(after, before, among) : !goesBackTo(left, right, among)
}

/** Whether `wanted` stands somewhere to the left: between the two is only what others wrote there meanwhile. */
const isReached = (from: Y.Item, wanted: Y.Item, among: Neighbourhood): boolean => {
  for (let item: Y.Item | null = from; item; item = item.left) {
    if (item === wanted) return true
    if (--among.patience < 0) return false
  }
  return false
}

/** What is not in the list yet is right of all that it was put beside, one after the other. */
const goesBackTo = (left: Y.ID, right: Y.ID, among: Neighbourhood): boolean => {
  for (let at: Y.ID | null = left; at;) {
    const struct = among.find(at)
    if (!(struct instanceof Y.Item)) return false
    if (--among.patience < 0 || covers(struct, right, at)) return true
    at = struct.origin
  }
  return false
}

/** Whether the struct's part up to `end` holds this id. */
const covers = ({ id }: Y.Item, one: Y.ID, end: Y.ID): boolean =>
  one.client === id.client && one.clock >= id.clock && one.clock <= end.clock
