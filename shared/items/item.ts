import type { Field, Fields, Leaf, List, Table } from './define.ts'
import type { Ordered } from './order.ts'
import { byOrder } from './order.ts'

/* An item as it was read: its leaves, and the entries they make up. */

export interface Item extends Ordered {
  readonly kind: string
  readonly deleted: { readonly at: string; readonly by: string } | null
  /** Path → leaf, without `order` and `deleted`: only what fits the kind. */
  readonly leaves: ReadonlyMap<string, Leaf>
  /** What it is called in its room, where that is not its id: one of several reports (`reports.ts`). */
  readonly key?: string
}

/** One entry of a list or a table; `path` stands before its fields' names. */
export interface Entry extends Ordered {
  readonly path: string
  /** A table's key, part by part; empty for a list. */
  readonly key: readonly string[]
}

/** The words or the number at a path as text, '' when there is nothing. */
export const textAt = (item: Item, path: string): string => String(item.leaves.get(path) ?? '')

export const numberAt = (item: Item, path: string): number | null => {
  const leaf = item.leaves.get(path)
  return typeof leaf === 'number' ? leaf : null
}

/** The names right under each path, so that nothing is searched for: an item may have very many leaves. */
const names = new WeakMap<Item['leaves'], ReadonlyMap<string, ReadonlySet<string>>>()

const noNames: ReadonlySet<string> = new Set()

const namesUnder = ({ leaves }: Item, path: string): ReadonlySet<string> => {
  const known = names.get(leaves) ?? namesIn(leaves)
  names.set(leaves, known)
  return known.get(path) ?? noNames
}

const namesIn = (leaves: Item['leaves']): ReadonlyMap<string, ReadonlySet<string>> => {
  const under = new Map<string, Set<string>>()
  for (const path of leaves.keys())
    for (let end = path.length, at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const [parent, name] = [path.slice(0, at), path.slice(at + 1, end)]
      const siblings = under.get(parent) ?? new Set()
      under.set(parent, siblings)
      end = at
      // Whatever stands around it has been named with a sibling already.
      if (siblings.has(name)) break
      siblings.add(name)
    }
  return under
}

/** The last names of the paths right under this one: what a set holds. */
export const membersAt = (item: Item, path: string): readonly string[] =>
  [...namesUnder(item, path)].filter((name) => item.leaves.get(`${path}/${name}`) === true)

export const entriesOf = (item: Item, path: string, field: List | Table): readonly Entry[] =>
  field.is === 'list' ? listEntries(item, path) : tableEntries(item, path, field)

const listEntries = (item: Item, path: string): readonly Entry[] => {
  const entries = [...namesUnder(item, path)].flatMap((id): Entry[] => {
    const at = `${path}/${id}`
    const order = item.leaves.get(`${at}/order`)
    return order === undefined ? [] : [{ id, path: at, order: String(order), key: [] }]
  })
  return entries.sort(byOrder)
}

const tableEntries = (item: Item, path: string, field: Table): readonly Entry[] => {
  const [first = ''] = Object.keys(field.fields)
  const end = field.mark ? '' : `/${first}`
  let keys: readonly (readonly string[])[] = [[]]
  for (const _ of field.by)
    keys = keys.flatMap((key) =>
      [...namesUnder(item, [path, ...key].join('/'))].map((name) => [...key, name]),
    )
  const entries = keys.flatMap((key): Entry[] => {
    const id = key.join('/')
    return item.leaves.has(`${path}/${id}${end}`) ? [{ id, path: `${path}/${id}`, order: id, key }] : []
  })
  return entries.sort(byOrder)
}

/** The path of a table's entry under its field: `2026/K/-`. */
export const keyPath = (key: readonly (string | undefined)[]): string =>
  key.map((part) => part || '-').join('/')

/** Whether anything of the field is said. */
export const isSaid = (item: Item, path: string, field: Field): boolean => {
  if (item.leaves.has(path)) return item.leaves.get(path) !== ''
  if (field.is === 'list' || field.is === 'table') return entriesOf(item, path, field).length > 0
  return namesUnder(item, path).size > 0
}

/** The field a path leads to through groups, or undefined. */
export const fieldAt = (fields: Fields, path: string): Field | undefined => {
  const [name = '', ...rest] = path.split('/')
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (rest.length === 0) return field
  return field?.is === 'group' ? fieldAt(field.fields, rest.join('/')) : undefined
}

/** The field that a leaf of an item is the value of, through groups, entries of lists and of tables. */
export const fieldOfLeaf = (fields: Fields, path: string): Field | undefined =>
  fieldBelow(fields, path.split('/'))

const fieldBelow = (fields: Fields, [name = '', ...rest]: readonly string[]): Field | undefined => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (rest.length === 0) return field
  switch (field?.is) {
    case 'group':
      return fieldBelow(field.fields, rest)
    case 'list':
      return fieldBelow(field.fields, rest.slice(1))
    case 'table':
      return fieldBelow(field.fields, rest.slice(field.by.length))
    default:
      return field
  }
}

/** Values for everybody together, by year, the earliest first: what a line is drawn of. */
export const totalsOf = (
  item: Item,
  path: string,
): readonly { readonly year: number; readonly value: number }[] =>
  [...item.leaves]
    .flatMap(([key, value]) => {
      const [table, year, gender, group, field] = key.split('/')
      const isTotal = table === path && gender === 'T' && group === '-' && field === 'value'
      return isTotal && typeof value === 'number' ? [{ year: Number(year), value }] : []
    })
    .sort((a, b) => a.year - b.year)
