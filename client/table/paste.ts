import type { Leaf } from '../../shared/items/define.ts'
import type { Problem } from '../items/typed.ts'
import type { Telling } from '../items/said.ts'
import { folded } from './fold.ts'
import type { Column } from './columns.ts'
import type { Block } from './separated.ts'
import type { Fit } from './value.ts'
import { readValue } from './value.ts'

/* A block of cells over a table: which of them goes where, and which does not fit. Nothing is written here. */

/** Where it is put: into rows from the one that has the focus, and beyond the last into new ones. */
export interface Target {
  /** Columns from the one that has the focus; what may not be written in a table is null. */
  readonly columns: readonly (Column | null)[]
  /** All columns that are shown, by what they are called: for a block that says so itself. */
  readonly named: readonly { readonly column: Column; readonly names: readonly string[] }[]
  /** How many there are from the one that has the focus on. */
  readonly rows: number
  /** Why nothing may be written there, where something stands in the way. */
  readonly barred: (row: number, column: Column) => Problem | null
  /** Whether there may be more rows than there are. */
  readonly mayAdd: boolean
}

export interface PastedCell {
  /** From the row that has the focus, 0. */
  readonly row: number
  readonly column: Column
  readonly text: string
  readonly fit: Fit
}

export interface Pasted {
  readonly cells: readonly PastedCell[]
  readonly newRows: number
  /** What stood over columns that the table does not have, and how many stood beyond its edge. */
  readonly leftOut: readonly string[]
}

export const pasteOver = (block: Block, target: Target, telling: Telling): Pasted => {
  const header = headerOf(block, target)
  const body = header ? block.slice(1) : block
  const columns = header ?? target.columns
  const beyond = body.slice(0, target.mayAdd ? body.length : target.rows)
  const cells = beyond.flatMap((row, at) =>
    row.flatMap((text, across): readonly PastedCell[] => {
      const column = columns[across]
      if (!column || text === '') return []
      const barred = target.barred(at, column)
      const fit: Fit = barred ? { is: 'wrong', because: barred } : readValue(column.field, text, telling)
      return [{ row: at, column, text, fit }]
    }),
  )
  return {
    cells,
    newRows: Math.max(0, beyond.length - target.rows),
    leftOut: leftOutOf(block, columns, header !== null),
  }
}

/** The columns that its first row names, when it names most of its own; null when it is a row like any other. */
const headerOf = ([first = [], ...rest]: Block, { named }: Target): readonly (Column | null)[] | null => {
  const said = first.filter((cell) => cell !== '')
  if (rest.length === 0 || said.length === 0) return null
  const columns = first.map(
    (cell) => (cell !== '' && named.find(({ names }) => names.includes(folded(cell)))?.column) || null,
  )
  const found = columns.filter((one) => one !== null).length
  const isMost = found * 2 >= said.length && (found > 1 || said.length === 1)
  return isMost ? columns : null
}

const leftOutOf = (
  block: Block,
  columns: readonly (Column | null)[],
  isNamed: boolean,
): readonly string[] => {
  const [first = []] = block
  return first.flatMap((cell, at) => {
    if (columns[at] || block.every((row) => (row[at] ?? '') === '')) return []
    return [isNamed && cell !== '' ? cell : `${at + 1}`]
  })
}

/** What a cell that fits writes, and the path under which everything goes before. */
export const leavesOf = (
  { path, year }: Column,
  fit: Fit,
): { readonly leaves: Readonly<Record<string, Leaf>>; readonly clear?: string } | null => {
  switch (fit.is) {
    case 'fits':
      if (fit.leaf === '' && year) return { leaves: {}, clear: year.entry }
      return { leaves: { [path]: fit.leaf } }
    case 'members':
      return { leaves: Object.fromEntries(fit.members.map((one) => [`${path}/${one}`, true])), clear: path }
    default:
      return null
  }
}
