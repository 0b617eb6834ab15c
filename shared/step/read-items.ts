import * as Y from 'yjs'
import type { Fields, Leaf } from '../items/define.ts'
import { kinds } from '../items/index.ts'
import type { Item } from '../items/item.ts'
import { spotAt } from '../items/leaves.ts'
import { byOrder } from '../items/order.ts'
import { reportedId } from '../items/reports.ts'
import { itemsRoot } from './doc.ts'

/* A room's items as plain data. Tolerant: what does not fit is left out and named, the rest is read. */

/** Every item of the room in its order, those in the wastebasket too; adds nothing to the document. */
export const readItems = (doc: Y.Doc, unread: Set<string>): readonly Item[] =>
  [...kinds.keys()].flatMap((kind) => {
    const root = doc.share.get(itemsRoot(kind))
    if (!root) return []
    if (root.constructor !== Y.AbstractType && root.constructor !== Y.Map) {
      unread.add(itemsRoot(kind))
      return []
    }
    const items: Item[] = []
    for (const [key, map] of doc.getMap(itemsRoot(kind))) {
      const item = map instanceof Y.Map ? readItem(kind, key, map, unread) : null
      if (item) items.push(item)
      else unread.add(`${itemsRoot(kind)}: ${key}`)
    }
    return items.sort(byOrder)
  })

/** One item, or one report of an item; null when its kind is unknown, or its key is none. */
export const readItem = (
  kind: string,
  key: string,
  map: Iterable<readonly [path: string, value: unknown]>,
  unread: Set<string>,
): Item | null => {
  const fields = kinds.get(kind)?.fields
  const id = reportedId(key)
  if (!fields || id === null) return null
  const leaves = new Map<string, Leaf>()
  for (const [path, value] of map) {
    const leaf = leafAt(fields, path, value)
    if (leaf === undefined) unread.add(`${itemsRoot(kind)}: ${key}/${path}`)
    else leaves.set(path, leaf)
  }
  const own = (path: string) => String(leaves.get(path) ?? '')
  const [order, at, by] = [own('order'), own('deleted/at'), own('deleted/by')]
  for (const path of ['order', 'deleted/at', 'deleted/by']) leaves.delete(path)
  const item = { kind, id, order, deleted: at === '' ? null : { at, by }, leaves }
  return key === id ? item : { ...item, key }
}

const leafAt = (fields: Fields, path: string, value: unknown): Leaf | undefined => {
  const spot = spotAt(fields, path)
  if (spot?.is === 'words') return value instanceof Y.Text ? value.toJSON() : undefined
  // `fits` has just said that it is one.
  return spot?.fits(value) ? (value as Leaf) : undefined
}
