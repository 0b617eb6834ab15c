import fc from 'fast-check'
import type * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { Kind, Leaf } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import { orderAt } from '../../shared/items/order.ts'
import {
  addEntry,
  addItem,
  beginningsOf,
  changeItem,
  deleteItem,
  removeAt,
  restoreItem,
  wordsOf,
} from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { memberId } from './board.ts'
import type { Spot } from './items.ts'
import { allKinds, fieldsThat, isLinks, isList, spotsOf, stepKinds } from './items.ts'
import type { Random } from './random.ts'

/* What people do to items, by chance: make, write, move, link, take away, bring back. Undo follows the origin. */

const origin = 'local'
/** Room for every kind, and for several of some. */
const most = stepKinds.length + 8

/** One change of a random kind to a random item, or a new one; those that a test keeps for itself stay as they are. */
export const editItemByChance = (
  doc: Y.Doc,
  random: Random,
  isKept: (id: string) => boolean = () => false,
): void => {
  const items = readItems(doc, new Set()).filter(({ id }) => !isKept(id))
  if (items.length === 0 || (items.length < most && random.chance(0.1))) return add(doc, items, random)
  const item = random.pick(items)
  const kind = must(allKinds.find((one) => one.kind === item.kind))
  random.pick(changes)({ doc, random, item, kind, items: items.filter((one) => one.kind === item.kind) })
}

interface Turn {
  readonly doc: Y.Doc
  readonly random: Random
  readonly item: Item
  readonly kind: Kind
  /** All of its kind, in order. */
  readonly items: readonly Item[]
}

/** Sometimes under an id that somebody else may take at the same moment, as joins of the same two things do. */
const add = (doc: Y.Doc, items: readonly Item[], random: Random): void => {
  const absent = stepKinds.filter(({ kind }) => items.every((one) => one.kind !== kind))
  const kind = random.pick(absent.length > 0 && random.chance(0.7) ? absent : stepKinds)
  const others = items.filter((one) => one.kind === kind.kind)
  const id = random.chance(0.3) ? random.pick(['a:b', 'a:c']) : `item-${random.int(2 ** 31)}`
  if (others.some((one) => one.id === id)) return
  const order = orderAt(others, random.int(others.length + 1))
  addItem(doc, { kind: kind.kind, id, order, leaves: beginningsOf(kind, '2026-11-15') }, origin)
}

const write = ({ doc, random, item, kind }: Turn): void => {
  const spot = random.pick(spotsIn(kind))
  if (!spot.isWords) return changeItem(doc, item, { [spot.path]: someLeaf(spot, random) }, origin)
  const words = wordsOf(doc, item.kind, item.id, spot.path)
  if (!words) return
  doc.transact(() => {
    const at = random.int(words.length + 1)
    if (random.chance(0.3)) words.delete(at, Math.min(random.int(5), words.length - at))
    else words.insert(at, random.pick(['plan ', 'mål', 'åäö', 'x']))
  }, origin)
}

const clear = ({ doc, random, item, kind }: Turn): void => {
  const values = spotsIn(kind).filter(({ isWords }) => !isWords)
  removeAt(doc, item, random.pick(values).path, origin)
}

const enter = ({ doc, random, item, kind }: Turn): void => {
  const lists = fieldsThat(kind, isList)
  if (lists.length === 0) return
  const [path, list] = random.pick(lists)
  addEntry(
    doc,
    item,
    { list, path: `${path}/${random.int(1000)}`, order: random.pick(['a0', 'a1', 'a2']) },
    origin,
  )
}

const link = ({ doc, random, item, kind }: Turn): void => {
  const sets = fieldsThat(kind, isLinks)
  if (sets.length === 0) return
  const [path] = random.pick(sets)
  const at = `${path}/item-${random.int(4)}`
  if (item.leaves.has(at)) removeAt(doc, item, at, origin)
  else changeItem(doc, item, { [at]: true }, origin)
}

const move = ({ doc, random, item, items }: Turn): void => {
  const others = items.filter(({ id }) => id !== item.id)
  changeItem(doc, item, { order: orderAt(others, random.int(others.length + 1)) }, origin)
}

const remove = ({ doc, item }: Turn): void => {
  if (item.deleted) restoreItem(doc, item, origin)
  else deleteItem(doc, item, { member: memberId('anna'), at: '2026-11-15T12:00:00.000Z' }, origin)
}

const changes = [write, write, write, write, clear, enter, link, move, move, remove]

const spots = new Map<string, readonly Spot[]>()

const spotsIn = (kind: Kind): readonly Spot[] => {
  const known = spots.get(kind.kind) ?? spotsOf(kind)
  spots.set(kind.kind, known)
  return known
}

const someLeaf = ({ leaf }: Spot, random: Random): Leaf => {
  const [made] = fc.sample(leaf, { numRuns: 1, seed: random.int(2 ** 31) }) as [Leaf]
  return made
}
