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

/**
 * Whether `left` can stand before `right`; null is the beginning, or the end. What stood before `right` when it was
 * written is `left` itself or something that `left` goes back to. Undo in Yjs sometimes names others, and is taken
 * as long as they are in this order.
 */
export const isOrdered = (left: Y.ID | null, right: Y.ID | null, among: Neighbourhood): boolean => {
  if (right === null) return true
  const before = originOf(right, among)
  const leftmost = left && among.find(left)
  if (Y.compareIDs(before, left)) return true
  // Whatever ends at the same neighbour has answered this question already.
  if (leftmost instanceof Y.Item && Y.compareIDs(leftmost.rightOrigin, right)) return true
  for (let at = left; at;) {
    const struct = among.find(at)
    if (!(struct instanceof Y.Item)) return true
    if (--among.patience < 0 || covers(struct, right, at)) return false
    if (before && covers(struct, before, at)) return true
    at = struct.origin
  }
  return (
    before === null ||
    left === null ||
    !among.isStored(left) ||
    !among.isStored(right) ||
    isBefore(left, right, among)
  )
}

/** Whether the struct's part up to `end` holds this id. */
const covers = ({ id }: Y.Item, one: Y.ID, end: Y.ID): boolean =>
  one.client === id.client && one.clock >= id.clock && one.clock <= end.clock

const originOf = (id: Y.ID, among: Neighbourhood): Y.ID | null => {
  const struct = among.find(id)
  if (!(struct instanceof Y.Item)) return null
  return id.clock > struct.id.clock ? Y.createID(id.client, id.clock - 1) : struct.origin
}

/** By the list itself. Both stand in it, and not in one struct, or the walk before this one had found it. */
const isBefore = (left: Y.ID, right: Y.ID, among: Neighbourhood): boolean => {
  const wanted = among.find(left)
  const start = among.find(right)
  for (let item = start instanceof Y.Item ? start : null; item; item = item.left) {
    if (item === wanted) return true
    if (--among.patience < 0) return false
  }
  return false
}
