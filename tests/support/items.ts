import fc from 'fast-check'
import * as Y from 'yjs'
import { must, unreachable } from '../../shared/assert.ts'
import type {
  Field,
  Fields,
  KeyPart,
  Kind,
  Leaf,
  Links,
  List,
  Table,
  ValueField,
} from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { keyPath } from '../../shared/items/item.ts'
import { years } from '../../shared/items/leaves.ts'
import { ordersFor } from '../../shared/items/order.ts'
import { addEntry, addItem, changeItem, wordsOf } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'

/* Items of any kind, made from the kinds' own definitions: no test names a kind or a field. */

export const allKinds: readonly Kind[] = [...kinds.values()]
/** Those that a step holds. */
export const stepKinds: readonly Kind[] = allKinds.filter(({ afterAgreement }) => !afterAgreement)

/** One place of an item that can be written, with what fits there. */
export interface Spot {
  readonly path: string
  readonly isWords: boolean
  readonly leaf: fc.Arbitrary<Leaf>
}

type Leaves = ReadonlyMap<string, Leaf>

export const anId: fc.Arbitrary<string> = fc
  .stringMatching(/^[A-Za-z0-9_.:-]{1,12}$/)
  .filter((id) => id !== '-' && id !== '__proto__' && id !== 'prototype')

const aLine = (longest: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((line) => line.length <= longest && !/[\r\n]/.test(line))

/** As people write it; no path is cut at it, and `-` alone says nothing. */
const aWord: fc.Arbitrary<string> = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((word) => word === word.trim() && word.length <= 40 && word !== '-' && !/[/\r\n]/.test(word))

const aYear = fc.integer({ min: years.from, max: years.to })

/** What fits a field; nothing is no value, and null stands in `aKnownToMiss` alone. */
const aValue = (field: ValueField): fc.Arbitrary<Leaf> => {
  switch (field.is) {
    case 'line':
      return aLine(field.longest ?? 300)
    case 'text':
      return fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    case 'number':
      return field.integer === true
        ? fc.integer({ min: field.min ?? -1e6, max: field.max ?? 1e6 })
        : fc
            .double({ min: field.min ?? -1e15, max: field.max ?? 1e15, noNaN: true })
            // JSON knows no minus zero.
            .map((number) => number + 0)
    case 'year':
      return aYear
    case 'scale':
      return fc.integer({ min: field.from, max: field.to })
    case 'flag':
      return fc.constant(true)
    case 'choice':
      return fc.constantFrom(...field.of.values)
    case 'day':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10))
    case 'link':
      return anId
    case 'opaque':
      return (
        fc
          .dictionary(anId, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
          .map((json) => JSON.stringify(json))
          // These names are left out of every file, whoever wrote them (HO26).
          .filter((json) => !/"(__proto__|prototype)"/.test(json))
      )
    default:
      return unreachable(field)
  }
}

const aKnownToMiss = (field: Field): fc.Arbitrary<Leaf> => {
  const value = aValue(must(field as ValueField))
  return field.is === 'number' && field.orNull ? fc.oneof(value, fc.constant(null)) : value
}

const aKeyPart = (part: KeyPart): fc.Arbitrary<string> => {
  switch (part.is) {
    case 'year':
      return aYear.map(String)
    case 'choice':
      return fc.constantFrom(...part.of.values)
    case 'link':
      return part.orNone ? fc.oneof(fc.constant('-'), anId) : anId
    case 'word':
      return aWord
    default:
      return unreachable(part)
  }
}

/** Leaves of an item: each field said or not, lists and tables with some entries. */
export const someLeaves = ({ fields }: Kind): fc.Arbitrary<Leaves> =>
  leavesOf(fields, '', 0).map((entries) => new Map(entries))

/** Every field said, hidden ones too, sets, lists and tables with something in them. */
export const allLeaves = ({ fields }: Kind): fc.Arbitrary<Leaves> =>
  leavesOf(fields, '', 1).map((entries) => new Map(entries))

type Entries = readonly (readonly [path: string, leaf: Leaf])[]

const nothing: Entries = []
const together = (parts: readonly fc.Arbitrary<Entries>[]): fc.Arbitrary<Entries> =>
  fc.tuple(...parts).map((made) => made.flat())
const perhaps = (part: fc.Arbitrary<Entries>): fc.Arbitrary<Entries> =>
  fc.oneof({ weight: 3, arbitrary: part }, { weight: 1, arbitrary: fc.constant(nothing) })

/** `fewest`: how much is said at least. */
const leavesOf = (fields: Fields, prefix: string, fewest: 0 | 1): fc.Arbitrary<Entries> =>
  together(
    Object.entries(fields).map(([name, field]) => {
      const leaves = leavesAt(field, prefix + name, fewest)
      return fewest === 0 ? perhaps(leaves) : leaves
    }),
  )

const leavesAt = (field: Field, path: string, fewest: 0 | 1): fc.Arbitrary<Entries> => {
  const few = { minLength: fewest, maxLength: 3 }
  switch (field.is) {
    case 'group':
      return leavesOf(field.fields, `${path}/`, fewest)
    case 'choices':
      return fc
        .subarray([...field.of.values], { minLength: fewest })
        .map((set) => set.map((one) => [`${path}/${one}`, true]))
    case 'links':
      return fc.uniqueArray(anId, few).map((set) => set.map((one) => [`${path}/${one}`, true]))
    case 'list':
      return fc.uniqueArray(anId, few).chain((ids) => {
        const orders = ordersFor(ids.length)
        return together(
          ids.flatMap((id, at) => [
            fc.constant<Entries>([[`${path}/${id}/order`, must(orders[at])]]),
            leavesOf(field.fields, `${path}/${id}/`, fewest),
          ]),
        )
      })
    case 'table':
      return fc
        .uniqueArray(aKey(field.by), few)
        .chain((keys) => together(keys.map((key) => tableEntry(field, `${path}/${key}`, fewest))))
    default:
      return aValue(field).map((leaf): Entries => [[path, leaf]])
  }
}

const aKey = (by: readonly KeyPart[]): fc.Arbitrary<string> => fc.tuple(...by.map(aKeyPart)).map(keyPath)

/** An entry is there by its mark, or by its first field. */
const tableEntry = (
  { fields, mark }: Extract<Field, { is: 'table' }>,
  path: string,
  fewest: 0 | 1,
): fc.Arbitrary<Entries> => {
  if (mark) return leavesOf(fields, `${path}/`, fewest).map((rest) => [[path, true], ...rest])
  const [[first, field] = [], ...others] = Object.entries(fields)
  const said = aKnownToMiss(must(field)).map((leaf): Entries => [[`${path}/${must(first)}`, leaf]])
  return together([said, leavesOf(Object.fromEntries(others), `${path}/`, fewest)])
}

/** Every single place of a kind; sets, lists and tables with one entry. */
export const spotsOf = ({ fields }: Kind): readonly Spot[] => spotsIn(fields, '')

const spotsIn = (fields: Fields, prefix: string): readonly Spot[] =>
  Object.entries(fields).flatMap(([name, field]) => spotsAt(field, prefix + name))

const spotsAt = (field: Field, path: string): readonly Spot[] => {
  const spot = (at: string, leaf: fc.Arbitrary<Leaf>): Spot => ({ path: at, leaf, isWords: false })
  switch (field.is) {
    case 'group':
      return spotsIn(field.fields, `${path}/`)
    case 'choices':
      return field.of.values.map((one) => spot(`${path}/${one}`, fc.constant(true)))
    case 'links':
      return [spot(`${path}/one`, fc.constant(true))]
    case 'list':
      return [
        spot(`${path}/entry/order`, fc.constantFrom('a0', 'a1', 'a2')),
        ...spotsIn(field.fields, `${path}/entry/`),
      ]
    case 'table': {
      const entry = `${path}/${keyPath(field.by.map(firstKey))}`
      const mark = field.mark ? [spot(entry, fc.constant(true))] : []
      return [...mark, ...spotsIn(field.fields, `${entry}/`)]
    }
    case 'text':
      return [{ path, leaf: aValue(field), isWords: true }]
    default:
      return [spot(path, aValue(field))]
  }
}

const firstKey = (part: KeyPart): string => {
  if (part.is === 'year') return '2026'
  if (part.is === 'choice') return must(part.of.values[0])
  return part.is === 'link' ? 'party' : '80+'
}

/** Fields of one sort anywhere in a kind, with their paths. */
export const fieldsThat = <F extends Field>(
  kind: Kind,
  isIt: (field: Field) => field is F,
): readonly (readonly [path: string, field: F])[] => {
  const walk = (fields: Fields, prefix: string): (readonly [string, F])[] =>
    Object.entries(fields).flatMap(([name, field]) => [
      ...(isIt(field) ? [[prefix + name, field] as const] : []),
      ...(field.is === 'group' ? walk(field.fields, `${prefix}${name}/`) : []),
    ])
  return walk(kind.fields, '')
}

export const isList = (field: Field): field is List => field.is === 'list'
export const isTable = (field: Field): field is Table => field.is === 'table'
export const isLinks = (field: Field): field is Links => field.is === 'links'

/** Documents with one and the same empty item `one` of the kind, whose lists have an entry `entry`. */
export const docsWith = (kind: Kind, count = 2, leaves?: Leaves): readonly Y.Doc[] => {
  const docs = Array.from({ length: count }, (_, at) => Object.assign(new Y.Doc(), { clientID: at + 1 }))
  const [first] = docs as [Y.Doc]
  addItem(first, { kind: kind.kind, id: 'one', order: 'a0', ...(leaves && { leaves }) }, 'local')
  for (const [path, list] of fieldsThat(kind, isList))
    addEntry(first, { kind: kind.kind, id: 'one' }, { list, path: `${path}/entry`, order: 'a0' }, 'local')
  exchange(docs)
  return docs
}

/** Everybody hears everybody. */
export const exchange = (docs: readonly Y.Doc[]): void => {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update, 'remote')
}

export const itemIn = (doc: Y.Doc, kind: Kind, id = 'one'): Item =>
  must(readItems(doc, new Set()).find((item) => item.kind === kind.kind && item.id === id))

/** Writes as the form does: words at their beginning, all else as a value. */
export const writeAt = (doc: Y.Doc, kind: Kind, { path, isWords }: Spot, leaf: Leaf, id = 'one'): void => {
  if (isWords) doc.transact(() => must(wordsOf(doc, kind.kind, id, path)).insert(0, String(leaf)), 'local')
  else changeItem(doc, { kind: kind.kind, id }, { [path]: leaf }, 'local')
}

/** What was said: a text in which nothing stands says nothing. */
export const said = (leaves: Leaves): Leaves => new Map([...leaves].filter(([, leaf]) => leaf !== ''))

/** What became of words that were put at the beginning, or of a value. */
export const holds = (item: Item, { path, isWords }: Spot, leaf: Leaf): boolean => {
  const is = item.leaves.get(path)
  return isWords ? String(is).includes(String(leaf)) : is === leaf
}
