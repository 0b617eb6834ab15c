import type { Choice, Table } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import { entriesOf, keyPath } from '../../shared/items/item.ts'

/* A table of years as rows and columns. */

export interface Series {
  /** What stands in the columns, of the options there are: women, men, total. */
  readonly columns: readonly string[]
  readonly rows: readonly SeriesRow[]
  readonly hasGroups: boolean
}

export interface SeriesRow {
  readonly year: string
  /** '' for everybody. */
  readonly group: string
  /** Paths of the values, in the order of the columns. */
  readonly paths: readonly string[]
}

/** Reads keys of a year, an option and, where there is one, a group. */
export const seriesOf = (item: Item, path: string, field: Table): Series => {
  const keys = entriesOf(item, path, field).map(({ key }) => key)
  const options = field.by[1]?.is === 'choice' ? field.by[1].of.values : []
  const columns = options.filter((one) => keys.some((key) => key[1] === one))
  const seen = new Map(
    keys.map(([year = '', , group = '-']) => [`${year}/${group}`, { year, group }] as const),
  )
  const rows = [...seen.values()]
    .sort((a, b) => (a.group === b.group ? byWords(a.year, b.year) : byWords(a.group, b.group)))
    .map(({ year, group }) => ({
      year,
      group: group === '-' ? '' : group,
      paths: columns.map((one) => `${path}/${keyPath([year, one, group].slice(0, field.by.length))}`),
    }))
  return { columns, rows, hasGroups: rows.some(({ group }) => group !== '') }
}

const byWords = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where the words of an option of the columns stand: `gender=K`. */
export const columnWord = (field: Table, option: string): string => {
  const part = field.by[1]
  const of: Choice['of'] | undefined = part?.is === 'choice' ? part.of : undefined
  return `${of?.name ?? ''}=${option}`
}
