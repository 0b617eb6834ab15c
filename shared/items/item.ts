import type { Field, Fields, Leaf, List, Table } from './define.ts'
import type { Ordered } from './order.ts'
import { byOrder } from './order.ts'

/* An item as it was read: its leaves, and the entries they make up. */

export interface Item extends Ordered {
  readonly kind: string
  readonly deleted: { readonly at: string; readonly by: string } | null
  /** Path → leaf, without `order` and `deleted`: only what fits the kind. */
  readonly leaves: ReadonlyMap<string, Leaf>
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

/** The last names of the paths right under this one: what a set holds. */
export const membersAt = (item: Item, path: string): readonly string[] => {
  const prefix = `${path}/`
  return [...item.leaves]
    .filter(([key, leaf]) => leaf === true && key.startsWith(prefix) && !key.includes('/', prefix.length))
    .map(([key]) => key.slice(prefix.length))
}

export const entriesOf = (item: Item, path: string, field: List | Table): readonly Entry[] =>
  field.is === 'list' ? listEntries(item, path) : tableEntries(item, path, field)

const listEntries = (item: Item, path: string): readonly Entry[] => {
  const prefix = `${path}/`
  const entries = [...item.leaves].flatMap(([key, leaf]): Entry[] => {
    if (!key.startsWith(prefix) || !key.endsWith('/order')) return []
    const id = key.slice(prefix.length, -'/order'.length)
    return id.includes('/') ? [] : [{ id, path: prefix + id, order: String(leaf), key: [] }]
  })
  return entries.sort(byOrder)
}

const tableEntries = (item: Item, path: string, field: Table): readonly Entry[] => {
  const prefix = `${path}/`
  const [first = ''] = Object.keys(field.fields)
  const end = field.mark ? '' : `/${first}`
  const entries = [...item.leaves.keys()].flatMap((at): Entry[] => {
    if (!at.startsWith(prefix) || !at.endsWith(end)) return []
    const id = at.slice(prefix.length, at.length - end.length)
    const key = id.split('/')
    return key.length === field.by.length ? [{ id, path: prefix + id, order: id, key }] : []
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
  return [...item.leaves.keys()].some((key) => key.startsWith(`${path}/`))
}

/** The field a path leads to through groups, or undefined. */
export const fieldAt = (fields: Fields, path: string): Field | undefined => {
  const [name = '', ...rest] = path.split('/')
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (rest.length === 0) return field
  return field?.is === 'group' ? fieldAt(field.fields, rest.join('/')) : undefined
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
