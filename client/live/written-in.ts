import * as Y from 'yjs'

/*
 * What undo leaves of an item that others have written in: the item, its place and its long texts; and of an entry,
 * its place. Without these their words would lie where nobody sees them.
 */

/** Whether deleting this would take others' words out of sight. */
export const bearsOthersWords = (struct: Y.Item, mine: number): boolean => {
  const made = struct.content instanceof Y.ContentType ? struct.content.type : null
  if (made instanceof Y.Map) return hasOthers(made, '', mine)
  const { parent, parentSub: key } = struct
  if (!(parent instanceof Y.Map) || !parent._item || key === null) return false
  if (made instanceof Y.Text) return hasOthers(parent, '', mine)
  return hasOthers(parent, isPlace(key) ? key.slice(0, -place.length) : `${key}/`, mine)
}

const place = 'order'
const isPlace = (key: string) => key === place || key.endsWith(`/${place}`)

/** Moving something, or putting it into the wastebasket, is not writing in it. */
const hasOthers = (item: Y.Map<unknown>, prefix: string, mine: number): boolean =>
  [...item._map].some(
    ([key, leaf]) =>
      key.startsWith(prefix) && !isPlace(key) && !key.startsWith('deleted/') && isOthers(leaf, mine),
  )

const isOthers = (leaf: Y.Item, mine: number): boolean => {
  if (leaf.deleted) return false
  if (leaf.id.client !== mine) return true
  if (!(leaf.content instanceof Y.ContentType)) return false
  for (let run = leaf.content.type._start; run; run = run.right)
    if (!run.deleted && run.id.client !== mine) return true
  return false
}
