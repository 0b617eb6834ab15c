import type * as Y from 'yjs'
import { addItem, deleteItem, restoreItem, sharedItem } from '../../shared/step/items.ts'
import { readItem } from '../../shared/step/read-items.ts'
import type { Item } from '../../shared/items/item.ts'
import type { BoardSession } from './session.ts'
import type { Stop } from './surroundings.ts'

/*
 * An item goes from one step to another: two documents change, each with an undo of its own. So neither of them keeps
 * it; it is one entry in the order of what the person did, and taking it back is going the other way.
 */

export interface ItemMove extends Pick<Item, 'kind' | 'id'> {
  readonly from: string
  readonly to: string
  readonly at: string
}

export const backwards = (move: ItemMove): ItemMove => ({ ...move, from: move.to, to: move.from })

/** Made anew there under the same id, as it stands now, and deleted here. */
export const carry = (session: BoardSession, move: ItemMove): void => {
  const view = session.board.get()
  if (view.is !== 'ready') return
  const here = session.room(move.from).document.get()
  const there = session.room(move.to).document.get()
  const item = itemIn(here.doc, move)
  if (!item) return
  for (const { undo } of [here, there]) undo.stopCapturing()
  // What it was there before it went is the same words, with what the person may still take back of them.
  if (isSame(item, itemIn(there.doc, move))) restoreItem(there.doc, move, MOVE)
  else addItem(there.doc, item, MOVE)
  deleteItem(here.doc, move, { member: view.me.id, at: move.at }, MOVE)
}

/** No undo of a step follows this origin. */
const MOVE = Symbol('move to another step')

/** As the step holds it: what was told of it stays where it is told. */
const itemIn = (doc: Y.Doc, { kind, id }: ItemMove): Item | null => {
  const map = sharedItem(doc, kind, id)
  return (map && readItem(kind, id, map, new Set())) ?? null
}

const isSame = (one: Item, other: Item | null): boolean =>
  other !== null &&
  one.order === other.order &&
  one.leaves.size === other.leaves.size &&
  [...one.leaves].every(([path, leaf]) => other.leaves.get(path) === leaf)

type Heard = (move: ItemMove) => void

const listeners = new WeakMap<BoardSession, Set<Heard>>()

/** Hears of what the person moves on this page. */
export const onMove = (session: BoardSession, heard: Heard): Stop => {
  const all = listeners.get(session) ?? new Set()
  listeners.set(session, all.add(heard))
  return () => void all.delete(heard)
}

export const tellMove = (session: BoardSession, move: ItemMove): void => {
  for (const heard of listeners.get(session) ?? []) heard(move)
}
