import { useState } from 'react'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Kind, Leaf } from '../../shared/items/define.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { dayOf } from '../hooks/day.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useText } from '../hooks/useText.ts'
import type { Telling } from '../items/said.ts'
import { titleOf } from '../items/said.ts'
import type { ItemEdits } from '../live/item-edits.ts'
import type { Column } from './columns.ts'
import { columnName, writingOf } from './columns.ts'
import { folded } from './fold.ts'
import type { Home } from './homes.ts'
import type { Pasted, PastedCell, Target } from './paste.ts'
import { leavesOf, pasteOver } from './paste.ts'
import type { Block } from './separated.ts'
import type { Spot } from './cells.ts'
import type { Reasons } from './useReasons.ts'
import type { Reading } from './reading.ts'
import { readingOf } from './reading.ts'
import type { DayOrder } from './value.ts'
import { isEitherDay, readValue } from './value.ts'

interface Place {
  readonly kind: Kind
  readonly items: readonly PlacedItem[]
  readonly columns: readonly Column[]
  readonly telling: Telling
  readonly reasons: Reasons
  readonly home: Home
}

interface Over {
  readonly pasted: Pasted
  readonly byKey: ReadonlyMap<string, PastedCell>
  /** The items it lies over, as they stood when it was pasted. */
  readonly items: readonly PlacedItem[]
}

/** What was pasted over a table until it is written or put away. */
export const usePaste = (place: Place, onWritten: (count: number) => void) => {
  const { kind, telling, reasons } = place
  const t = useText()
  const [over, setOver] = useState<Over | null>(null)
  const edits = useItemEdits()
  const begin = (block: Block, at: Spot) => {
    const row = place.items.findIndex(({ id }) => id === at.row)
    const items = place.items.slice(Math.max(0, row))
    const pasted = pasteOver(block, targetOf(place, items, at), telling)
    const [only] = pasted.cells
    const all: Over = { pasted, items, byKey: new Map(pasted.cells.map((cell) => [keyOf(cell), cell])) }
    const isPlain = pasted.cells.length === 1 && pasted.newRows === 0 && only?.fit.is !== 'wrong'
    if (isPlain && !(only && isDay(only) && isEitherDay(only.text))) write(all, pasted.cells)
    else if (pasted.cells.length > 0) setOver(all)
  }
  const write = ({ items }: Over, cells: readonly PastedCell[]) => {
    writeCells(cells, items, place, edits)
    setOver(null)
    onWritten(cells.length)
  }
  const read = ({ byKey, items }: Over, key: string, text: string, order: DayOrder): Reading => {
    const cell = must(byKey.get(key))
    const item = items[cell.row]
    const reason = item ? reasons.at(item, cell.column.path) : null
    if (reason !== null) return { is: 'wrong', because: { key: 'barred', values: { reason } } }
    return readingOf(cell.column.field, readValue(cell.column.field, text, telling, order), telling)
  }
  return {
    over: over && {
      newRows: over.pasted.newRows,
      notes: notesOf(over.pasted, t),
      values: over.pasted.cells.map((cell) => ({
        key: keyOf(cell),
        place: placeOf(cell, over.items, kind, telling),
        text: cell.text,
        isDay: isDay(cell),
      })),
      read: (key: string, text: string, order: DayOrder) => read(over, key, text, order),
      write: (texts: ReadonlyMap<string, string>, order: DayOrder) =>
        write(
          over,
          over.pasted.cells.flatMap((cell) => {
            const text = texts.get(keyOf(cell))
            return text === undefined
              ? []
              : [{ ...cell, text, fit: readValue(cell.column.field, text, telling, order) }]
          }),
        ),
    },
    begin,
    end: () => setOver(null),
  }
}

const isDay = ({ column }: PastedCell): boolean => column.field.is === 'day'

const notesOf = ({ leftOut }: Pasted, t: ReturnType<typeof useText>): readonly string[] =>
  leftOut.length === 0 ? [] : [t('tables.pasteColumns', { count: leftOut.length, names: leftOut.join(', ') })]

/** Where a block goes that is put in at a cell. */
const targetOf = (
  { kind, columns, telling, reasons, home }: Place,
  items: readonly PlacedItem[],
  at: Spot,
): Target => ({
  columns: columns
    .slice(
      Math.max(
        0,
        columns.findIndex(({ path }) => path === at.column),
      ),
    )
    .map((one) => (mayPaste(kind, one) ? one : null)),
  named: columns
    .filter((one) => mayPaste(kind, one))
    .map((column) => ({ column, names: namesOf(kind, column, telling) })),
  rows: items.length,
  mayAdd: 'stepId' in home,
  barred: (row, column) => {
    const item = items[row]
    const reason = item ? reasons.at(item, column.path) : null
    return reason === null ? null : { key: 'barred', values: { reason } }
  },
})

/** What a head may call a column: as the table does, without its group, by its path or its year. */
const namesOf = (kind: Kind, column: Column, telling: Telling): readonly string[] => {
  const whole = columnName(kind, column, telling)
  const last = whole.split(': ').at(-1) ?? ''
  return [whole, last, column.path, ...(column.year ? [column.year.year] : [])].map(folded)
}

const keyOf = ({ row, column }: PastedCell): string => `${row} ${column.path}`

/** What a table shows and may not be written there, is not pasted there either. */
const mayPaste = (kind: Kind, column: Column): boolean => writingOf(kind, column) !== 'opened'

const placeOf = (
  { row, column }: PastedCell,
  items: readonly PlacedItem[],
  kind: Kind,
  telling: Telling,
): string => {
  const item = items[row]
  const title = item ? titleOf(item, telling) : telling.t('newRow', { number: row - items.length + 1 })
  return `${title}, ${columnName(kind, column, telling)}`
}

/** All of it as one entry of undo in each step. */
const writeCells = (
  cells: readonly PastedCell[],
  items: readonly PlacedItem[],
  { kind, home }: Place,
  edits: ItemEdits,
): void => {
  const rows = Map.groupBy(cells, ({ row }) => row)
  const fresh = [...rows].filter(([row]) => row >= items.length).sort(([one], [two]) => one - two)
  const rooms = [...rows.keys()].flatMap((row) => items[row]?.stepId ?? [])
  edits.asOne([...rooms, followUpRoom, ...('stepId' in home ? [home.stepId] : [])], () => {
    for (const [row, written] of rows) {
      const item = items[row]
      if (item) writeRow(item, written, edits)
    }
    if ('stepId' in home && fresh.length > 0)
      edits.addAll(
        kind.kind,
        home.stepId,
        dayOf(new Date()),
        fresh.map(([, written]) => leavesIn(written)),
      )
  })
}

const writeRow = (item: PlacedItem, cells: readonly PastedCell[], edits: ItemEdits): void => {
  for (const cell of cells) {
    const written = leavesOf(cell.column, cell.fit)
    if (written?.clear !== undefined) edits.removeAt(item, written.clear)
  }
  edits.change(item, Object.fromEntries(leavesIn(cells)))
}

/** A new item has no leaf that says nothing. */
const leavesIn = (cells: readonly PastedCell[]): ReadonlyMap<string, Leaf> =>
  new Map(cells.flatMap(({ column, fit }) => Object.entries(leavesOf(column, fit)?.leaves ?? {})))
