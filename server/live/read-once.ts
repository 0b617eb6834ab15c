import type * as Y from 'yjs'
import type { Item } from '../../shared/items/item.ts'
import { readItems } from '../../shared/step/read-items.ts'

export type ItemsIn = (doc: Y.Doc) => readonly Item[]

/** For as long as nothing is written: each room's items are read once, whoever asks for them. */
export const readOnce = (): ItemsIn => {
  const known = new Map<Y.Doc, readonly Item[]>()
  return (doc) => {
    const items = known.get(doc) ?? readItems(doc, new Set())
    known.set(doc, items)
    return items
  }
}
