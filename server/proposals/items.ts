import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { Leaf } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Spot } from '../../shared/items/leaves.ts'
import { itemIdPattern, spotAt } from '../../shared/items/leaves.ts'
import { orderAt } from '../../shared/items/order.ts'
import type { Json } from '../../shared/json.ts'
import type { SharedItem } from '../../shared/step/doc.ts'
import {
  addItem,
  changeItem,
  deleteItem,
  removeAt,
  restoreItem,
  sharedItem,
} from '../../shared/step/items.ts'
import type { LeftOut } from '../../shared/step/prose.ts'
import { readItems } from '../../shared/step/read-items.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { isPlainObject } from '../../shared/step/richtext.ts'
import type { Patience } from './patience.ts'
import type { Sides } from './regions.ts'
import { each } from './regions.ts'
import { mergeWords, wordsOf } from './words.ts'

/* Items in proposals: a whole item is the object of its leaves with its order, or null; a field is one leaf. */

export interface ItemTarget {
  readonly is: 'item'
  readonly kind: string
  readonly id: string
  /** Null for the whole item. */
  readonly field: string | null
}

/** `<kind>/<id>`, and the rest of the path is the field. Nobody proposes when and by whom something was deleted. */
export const itemTarget = (path: string, target: 'item' | 'field'): ItemTarget | null => {
  const [kind = '', id = '', ...rest] = path.split('/')
  const field = rest.length > 0 ? rest.join('/') : null
  if (!kinds.has(kind) || !itemIdPattern.test(id) || (target === 'item') !== (field === null)) return null
  if (field !== null && (rest[0] === 'deleted' || !spotOf(kind, field))) return null
  return { is: 'item', kind, id, field }
}

const spotOf = (kind: string, path: string): Spot | null => spotAt(must(kinds.get(kind)).fields, path)

/** Null for an item that may be added and a field that may be filled; undefined for a field of no item. */
export const itemValueAt = ({ items }: StepContent, { kind, id, field }: ItemTarget): Json | undefined => {
  const item = items.find((one) => one.kind === kind && one.id === id && !one.deleted)
  if (!item) return field === null ? null : undefined
  const leaves: ReadonlyMap<string, Leaf> = new Map([['order', item.order], ...item.leaves])
  return field === null ? Object.fromEntries(leaves) : (leaves.get(field) ?? nothingAt(kind, field))
}

/** A long text that is not there reads as an empty one. */
const nothingAt = (kind: string, path: string): Leaf => (spotOf(kind, path)?.is === 'words' ? '' : null)

/** The value as it may be written, or undefined; leaves that may not stand in the item are named in `leftOut`. */
export const fittingItem = (
  { kind, field }: ItemTarget,
  value: unknown,
  leftOut?: LeftOut,
): Json | undefined => {
  if (field !== null) return fittingLeaf(kind, field, value)
  if (value === null) return null
  if (!isPlainObject(value)) return undefined
  const fitting = Object.entries(value).flatMap(([path, leaf]): [string, Leaf][] => {
    const fit = path.startsWith('deleted/') ? undefined : fittingLeaf(kind, path, leaf)
    if (fit !== undefined) return [[path, fit]]
    leftOut?.add(path)
    return []
  })
  return Object.fromEntries(fitting)
}

const fittingLeaf = (kind: string, path: string, value: unknown): Leaf | undefined => {
  const spot = spotOf(kind, path)
  if (spot?.is === 'words') return value === null ? '' : typeof value === 'string' ? value : undefined
  if (value === null) return path === 'order' ? undefined : null
  // `fits` has just said that it is one.
  return spot?.fits(value) ? (value as Leaf) : undefined
}

/** Long texts are put together word by word, as `{ merged }`; null when both sides changed the same words. */
export const mergeItemWords = (sides: Sides<unknown>, patience: Patience) => {
  const nodes = each(sides, (words) =>
    typeof words === 'string' && words !== '' ? [{ type: 'text', text: words }] : [],
  )
  const merged = mergeWords(nodes, patience)
  return merged && { merged: merged.map(({ text = '' }) => text).join('') }
}

export const isWords = ({ kind, field }: ItemTarget): boolean =>
  field !== null && spotOf(kind, field)?.is === 'words'

/** Who writes, and when: it is said of what goes into the wastebasket. */
export interface Hand {
  readonly member: string
  readonly at: string
}

/** Adds, changes, restores or takes away an item, or writes one field of it. */
export const writeItem = (doc: Y.Doc, { kind, id, field }: ItemTarget, value: unknown, by: Hand): void => {
  const item = { kind, id }
  const shared = sharedItem(doc, kind, id)
  if (value === null && field === null) return deleteItem(doc, item, by, null)
  // What fits a whole item has been asked before.
  const leaves =
    field === null
      ? new Map(Object.entries(value as Record<string, Leaf>))
      : new Map([[field, value as Leaf]])
  if (!shared)
    return addItem(
      doc,
      { ...item, order: orderOf(doc, kind, leaves), leaves: withoutOrder(kind, leaves) },
      null,
    )
  if (field === null) {
    restoreItem(doc, item, null)
    for (const path of [...shared.keys()])
      if (!leaves.has(path) && path !== 'order') takeAway(doc, item, shared, path)
  }
  for (const [path, leaf] of leaves) writeLeaf(doc, item, shared, path, leaf)
}

/** A place of its own at the end when none is said. */
const orderOf = (doc: Y.Doc, kind: string, leaves: ReadonlyMap<string, Leaf>): string => {
  const said = leaves.get('order')
  if (typeof said === 'string') return said
  const others = readItems(doc, new Set()).filter((one) => one.kind === kind)
  return orderAt(others, others.length)
}

/** Null is only written where a value may be known to be missing. */
const withoutOrder = (kind: string, leaves: ReadonlyMap<string, Leaf>): ReadonlyMap<string, Leaf> =>
  new Map(
    [...leaves].filter(([path, leaf]) => {
      const spot = spotOf(kind, path)
      return path !== 'order' && (leaf !== null || (spot?.is === 'value' && spot.fits(null)))
    }),
  )

type Named = Pick<ItemTarget, 'kind' | 'id'>

const writeLeaf = (doc: Y.Doc, item: Named, shared: SharedItem, path: string, leaf: Leaf): void => {
  if (spotOf(item.kind, path)?.is !== 'words') return changeItem(doc, item, { [path]: leaf }, null)
  const text = shared.get(path)
  if (text instanceof Y.Text) rewrite(text, String(leaf ?? ''))
  else shared.set(path, new Y.Text(String(leaf ?? '')))
}

const takeAway = (doc: Y.Doc, item: Named, shared: SharedItem, path: string): void => {
  const text = shared.get(path)
  if (text instanceof Y.Text) rewrite(text, '')
  else removeAt(doc, item, path, null)
}

/** Only what differs, by whole words, so that what others write in the rest stays where they see it. */
const rewrite = (text: Y.Text, words: string): void => {
  const [was, is] = [wordsOf(text.toJSON()), wordsOf(words)]
  let start = 0
  while (start < was.length && start < is.length && was[start] === is[start]) start++
  let end = 0
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end++
  const at = was.slice(0, start).join('').length
  const gone = was.slice(start, was.length - end).join('').length
  if (gone > 0) text.delete(at, gone)
  const added = is.slice(start, is.length - end).join('')
  if (added !== '') text.insert(at, added)
}
