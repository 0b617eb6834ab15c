import * as Y from 'yjs'
import { assert, must } from '../assert.ts'
import type { Field, Fields, Kind, Leaf, List } from '../items/define.ts'
import { kinds } from '../items/index.ts'
import type { Item } from '../items/item.ts'
import { spotAt } from '../items/leaves.ts'
import { isReported, reportedId, reportKey } from '../items/reports.ts'
import type { SharedItem } from './doc.ts'
import { itemsOf } from './doc.ts'

/*
 * Items in a room: make, change, take away, bring back. Nothing is nested in an item but its long texts, which are
 * made with it or with their entry and never replaced. Each verb is one transaction; undo follows its origin.
 */

export interface NewItem {
  readonly kind: string
  readonly id: string
  readonly order: string
  /** What it begins with; long texts as their words. */
  readonly leaves?: ReadonlyMap<string, Leaf>
}

/** The item's map, or undefined when the room has none by this id. */
export const sharedItem = (doc: Y.Doc, kind: string, id: string): SharedItem | undefined =>
  itemsOf(doc, kind).get(id)

export const addItem = (doc: Y.Doc, { kind, id, order, leaves }: NewItem, origin: unknown): void => {
  const { fields } = kindOf(kind)
  doc.transact(() => {
    const item: SharedItem = new Y.Map()
    item.set('order', order)
    const texts = new Set(textPaths(fields, ''))
    for (const path of texts) item.set(path, new Y.Text(wordsAt(leaves, path)))
    for (const [path, leaf] of leaves ?? []) if (!texts.has(path)) writeLeaf(item, fields, path, leaf)
    itemsOf(doc, kind).set(id, item)
  }, origin)
}

/**
 * Writes these values, null takes one away where the field cannot be known to be missing, and '' always; what stands
 * so already is not written again, lest it win over somebody's change.
 */
export const changeItem = (
  doc: Y.Doc,
  { kind, id }: Pick<Item, 'kind' | 'id'>,
  change: Readonly<Record<string, Leaf>>,
  origin: unknown,
): void => {
  const item = sharedItem(doc, kind, id)
  const { fields } = kindOf(kind)
  if (!item) return
  doc.transact(() => {
    for (const [path, leaf] of Object.entries(change)) changeLeaf(item, fields, path, leaf)
  }, origin)
}

/**
 * Tells values of an item that a step holds, in the plan's own room: where they are told already, else in a report of
 * this person's own (see `reports.ts`). What says nothing is taken back.
 */
export const reportOn = (
  doc: Y.Doc,
  { kind, id }: Pick<Item, 'kind' | 'id'>,
  change: Readonly<Record<string, Leaf>>,
  origin: unknown,
): void => {
  const { fields } = kindOf(kind)
  doc.transact(() => {
    const keys = [...reportsOf(doc, kind, id)]
    for (const [path, leaf] of Object.entries(change)) {
      assert(isReported(fields, path), `${path} is agreed with its step`)
      if (keys.length === 0) keys.push(newReport(doc, kind, id))
      const holding = keys.filter((key) => itemsOf(doc, kind).get(key)?.has(path))
      for (const key of holding.length > 0 ? holding : keys.slice(0, 1))
        changeLeaf(must(sharedItem(doc, kind, key)), fields, path, leaf)
    }
  }, origin)
}

/** What a file tells of an item, in a room that tells nothing of it yet: none of its reports is looked for. */
export const addReport = (
  doc: Y.Doc,
  { kind, id, leaves }: Pick<NewItem, 'kind' | 'id' | 'leaves'>,
  origin: unknown,
): void => {
  const { fields } = kindOf(kind)
  doc.transact(() => {
    const report = must(sharedItem(doc, kind, newReport(doc, kind, id)))
    for (const [path, leaf] of leaves ?? []) {
      assert(isReported(fields, path), `${path} is agreed with its step`)
      changeLeaf(report, fields, path, leaf)
    }
  }, origin)
}

/** Takes back what was told at these paths and below. */
export const takeBackReports = (
  doc: Y.Doc,
  { kind, id }: Pick<Item, 'kind' | 'id'>,
  paths: Iterable<string>,
  origin: unknown,
): void =>
  doc.transact(() => {
    const keys = reportsOf(doc, kind, id)
    for (const path of paths) for (const key of keys) removeAt(doc, { kind, id: key }, path, origin)
  }, origin)

/** The keys of an item's reports, in an order that is the same for everybody. */
export const reportsOf = (doc: Y.Doc, kind: string, id: string): readonly string[] =>
  [...itemsOf(doc, kind).keys()].filter((key) => reportedId(key) === id).sort()

const newReport = (doc: Y.Doc, kind: string, id: string): string => {
  const key = reportKey(id, doc.clientID.toString(36))
  const report: SharedItem = new Y.Map()
  itemsOf(doc, kind).set(key, report)
  return key
}

/** The words at a path as others write them too, or undefined when the item has none there. */
export const wordsOf = (doc: Y.Doc, kind: string, id: string, path: string): Y.Text | undefined => {
  const text = sharedItem(doc, kind, id)?.get(path)
  return text instanceof Y.Text ? text : undefined
}

/** Adds an entry with a fresh id to a list. */
export const addEntry = (
  doc: Y.Doc,
  item: Pick<Item, 'kind' | 'id'>,
  entry: { readonly list: List; readonly path: string; readonly order: string },
  origin: unknown,
): void => {
  const shared = sharedItem(doc, item.kind, item.id)
  if (!shared) return
  doc.transact(() => {
    shared.set(`${entry.path}/order`, entry.order)
    for (const path of textPaths(entry.list.fields, `${entry.path}/`)) shared.set(path, new Y.Text())
    for (const [name, field] of Object.entries(entry.list.fields)) {
      const first = firstOf(field)
      if (first !== undefined) shared.set(`${entry.path}/${name}`, first)
    }
  }, origin)
}

/** Takes away everything at a path and below: an entry, a linked id, a group. */
export const removeAt = (
  doc: Y.Doc,
  { kind, id }: Pick<Item, 'kind' | 'id'>,
  path: string,
  origin: unknown,
): void => {
  const item = sharedItem(doc, kind, id)
  if (!item) return
  doc.transact(() => {
    for (const key of [...item.keys()]) if (key === path || key.startsWith(`${path}/`)) item.delete(key)
  }, origin)
}

/** Into the wastebasket: its map stays, so that what others type meanwhile is not lost. */
export const deleteItem = (
  doc: Y.Doc,
  { kind, id }: Pick<Item, 'kind' | 'id'>,
  by: { readonly member: string; readonly at: string },
  origin: unknown,
): void => {
  const item = sharedItem(doc, kind, id)
  if (!item) return
  doc.transact(() => {
    item.set('deleted/at', by.at)
    item.set('deleted/by', by.member)
  }, origin)
}

export const restoreItem = (doc: Y.Doc, item: Pick<Item, 'kind' | 'id'>, origin: unknown): void =>
  removeAt(doc, item, 'deleted', origin)

/** What a new item of the kind begins with, apart from its texts. */
export const beginningsOf = (kind: Kind, today: string): ReadonlyMap<string, Leaf> =>
  new Map(
    Object.entries(kind.fields).flatMap(([name, field]): [string, Leaf][] => {
      const first = field.is === 'day' && field.today ? today : firstOf(field)
      return first === undefined ? [] : [[name, first]]
    }),
  )

const kindOf = (kind: string): Kind => must(kinds.get(kind), `no kind of item called ${kind}`)

const firstOf = (field: Field): Leaf | undefined => (field.is === 'choice' ? field.first : undefined)

/** Paths of the long texts that are made with the item: those of lists come with their entries. */
const textPaths = (fields: Fields, prefix: string): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.is === 'text') return [prefix + name]
    return field.is === 'group' ? textPaths(field.fields, `${prefix}${name}/`) : []
  })

const wordsAt = (leaves: ReadonlyMap<string, Leaf> | undefined, path: string): string =>
  String(leaves?.get(path) ?? '')

/** A text in an entry of a list is made with it. */
const writeLeaf = (item: SharedItem, fields: Fields, path: string, leaf: Leaf): void => {
  const spot = must(spotAt(fields, path), `nothing stands at ${path}`)
  if (spot.is === 'words') item.set(path, new Y.Text(String(leaf)))
  else item.set(path, leaf)
}

const changeLeaf = (item: SharedItem, fields: Fields, path: string, leaf: Leaf): void => {
  const spot = must(spotAt(fields, path), `nothing stands at ${path}`)
  assert(spot.is === 'value', `${path} is written letter by letter`)
  const isNothing = leaf === '' || leaf === false || (leaf === null && !spot.fits(null))
  if (isNothing) {
    if (item.has(path)) item.delete(path)
    return
  }
  assert(spot.fits(leaf), `${path} cannot be this`)
  if (item.get(path) !== leaf) item.set(path, leaf)
}
