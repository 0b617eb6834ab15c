import type { Amount, Field, Fields, Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { entriesOf, fieldAt, keyPath, textAt } from '../../shared/items/item.ts'
import { isPartOfName, shownFields } from '../items/form/shown-fields.ts'
import type { Telling } from '../items/said.ts'
import { fieldKey, sayField, titleOf } from '../items/said.ts'

/* The columns a table of one kind may have: its fields, and of a series a column for each year. */

export interface Column {
  /** The leaf it writes. */
  readonly path: string
  readonly field: Field
  /** Of a year in a series: what goes when its value does. */
  readonly year?: { readonly of: string; readonly year: string; readonly entry: string }
}

/** Years are shown of the newest first, when nobody has chosen any. */
const newest = 4

/** Every column there is, the item's name first. */
export const columnsOf = (kind: Kind, items: readonly Item[]): readonly Column[] => {
  const title = titleColumn(kind)
  const others = fieldsIn(kind.fields, '').filter(
    ({ path }) => path !== kind.title && !isPartOfName(kind, path),
  )
  return [title, ...others.flatMap((column) => yearsOf(column, kind, items) ?? [column])]
}

/** The name of a pair is both of what it joins: to read. */
export const titleColumn = (kind: Kind): Column => ({
  path: kind.title,
  field: fieldAt(kind.fields, kind.title) ?? { is: 'line' },
})

const fieldsIn = (fields: Fields, prefix: string): readonly Column[] =>
  shownFields(fields).flatMap(([name, field]) =>
    field.is === 'group' ? fieldsIn(field.fields, `${prefix}${name}/`) : [{ path: prefix + name, field }],
  )

/** A series of the kind's figure, as a column for the total of each year that any of them says. */
const yearsOf = (
  { path, field }: Column,
  { figure }: Kind,
  items: readonly Item[],
): readonly Column[] | null => {
  const isSeries = path === figure?.series || path === figure?.targets
  if (!isSeries || field.is !== 'table') return null
  const [first = '', value] = Object.entries(field.fields)[0] ?? []
  if (value?.is !== 'number') return null
  const years = new Set(
    items.flatMap((item) => entriesOf(item, path, field).flatMap(({ key }) => key.slice(0, 1))),
  )
  return [...years].sort().map((year) => yearColumn(path, year, first, value))
}

const yearColumn = (of: string, year: string, first: string, field: Amount): Column => {
  const entry = `${of}/${keyPath([year, 'T', undefined])}`
  return { path: `${entry}/${first}`, field, year: { of, year, entry } }
}

/** Those that are shown when nobody has chosen: the kind's own; of a series its newest years. */
export const firstColumns = (kind: Kind, all: readonly Column[]): readonly Column[] =>
  kind.columns.flatMap((path) => {
    if (path === 'span')
      return all.filter((one) => one.path === kind.span?.from || one.path === kind.span?.to)
    const years = all.filter(({ year }) => year?.of === path)
    if (years.length > 0) return years.slice(-newest)
    return all.filter((one) => one.path === path && one.path !== kind.title)
  })

/** The chosen ones in the order of all, without those that are not there. */
export const chosenColumns = (
  kind: Kind,
  all: readonly Column[],
  chosen: readonly string[] | null,
): readonly Column[] => {
  const [title, ...others] = all
  const shown = chosen ? others.filter(({ path }) => chosen.includes(path)) : firstColumns(kind, others)
  return title ? [title, ...shown] : shown
}

/** What stands over a column; the group's name too where there is one. */
export const columnName = (kind: Kind, { path, year }: Column, telling: Pick<Telling, 't'>): string => {
  if (year) return `${telling.t(fieldKey(kind.kind, year.of))} ${year.year}`
  const parts = path.split('/')
  return parts.map((_, at) => telling.t(fieldKey(kind.kind, parts.slice(0, at + 1).join('/')))).join(': ')
}

/** How a column is written in: where it stands, by opening the item, or not at all. */
export type Writing = 'typed' | 'chosen' | 'ticked' | 'linked' | 'several' | 'opened'

export const writingOf = (kind: Kind, { path, field }: Column): Writing => {
  if (kind.joins && path === kind.title) return 'opened'
  switch (field.is) {
    case 'line':
    case 'number':
    case 'year':
    case 'day':
      return 'typed'
    case 'choice':
    case 'scale':
      return 'chosen'
    case 'flag':
      return 'ticked'
    case 'link':
      return field.to === 'unit' || field.to === 'member' ? 'chosen' : 'linked'
    case 'choices':
      return 'several'
    case 'links':
      return kinds.has(field.to) ? 'several' : 'opened'
    default:
      return 'opened'
  }
}

/** What a cell says, '' when nothing was said. */
export const cellWords = (item: Item, kind: Kind, column: Column, telling: Telling): string => {
  const isNamed = column.path === kind.title && (kind.joins !== undefined || textAt(item, kind.title) !== '')
  if (isNamed) return titleOf(item, telling)
  const field: Field = column.field.is === 'number' && column.year ? { is: 'number' } : column.field
  return sayField(item, column.path, field, kind, telling)
}

export const isNumeric = ({ field }: Column): boolean => field.is === 'number' || field.is === 'year'
