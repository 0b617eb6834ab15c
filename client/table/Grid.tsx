import type { ReactNode } from 'react'
import { useRef } from 'react'
import type { Kind } from '../../shared/items/define.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { nearOf } from '../items/near.ts'
import type { Telling } from '../items/said.ts'
import type { Spot } from './cells.ts'
import type { Column } from './columns.ts'
import { Head } from './Head.tsx'
import { Row } from './Row.tsx'
import type { Block } from './separated.ts'
import type { Sort } from './state.ts'
import { useKeys } from './useKeys.ts'
import type { Reasons } from './useReasons.ts'
import { useWindow } from './useWindow.ts'
import css from './table.module.css'

/** The cell that is written in. */
export interface EditingCell {
  readonly row: string
  readonly path: string
  readonly begun: string | null
}

export interface GridProps {
  readonly label: string
  readonly kind: Kind
  readonly items: readonly PlacedItem[]
  readonly columns: readonly Column[]
  readonly telling: Telling
  readonly reasons: Reasons
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  readonly active: Spot
  readonly onActive: (spot: Spot) => void
  readonly editing: EditingCell | null
  readonly onEditing: (editing: EditingCell | null) => void
  readonly onPaste: (block: Block, at: Spot) => void
  /** Whether the focus is in it. */
  readonly onInside: (isInside: boolean) => void
  /** Somebody wanted to write where they may not. */
  readonly onBarred: (reason: string) => void
  readonly children?: ReactNode
}

/** Items of one kind as a grid: one tab stop, arrow keys from cell to cell, writing where the value stands. */
export const Grid = (props: GridProps) => {
  const { kind, items, columns, telling, reasons, sort, editing, active } = props
  const box = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const seen = useWindow(box, items.length)
  const keys = useKeys(props, table)
  const known = items.some(({ id }) => id === active.row) || active.row === ''
  const stop: Spot = known ? active : { row: items[0]?.id ?? '', column: active.column }
  const drawn = rowsDrawn(items, seen, stop.row)
  return (
    <div ref={box} className={css.box}>
      <table
        ref={table}
        role="grid"
        className={css.table}
        aria-label={props.label}
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length + 2}
        onKeyDownCapture={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
        onClick={keys.onClick}
        onDoubleClick={keys.onDoubleClick}
      >
        <Head
          kind={kind}
          columns={columns}
          telling={telling}
          sort={sort}
          active={stop.row === '' ? stop.column : null}
          onSort={props.onSort}
        />
        <tbody>
          {drawn.map((one) =>
            one.is === 'gap' ? (
              <tr
                key={`gap ${one.at}`}
                aria-hidden="true"
                style={{ blockSize: `calc(${one.count} * var(--row))` }}
              >
                <td colSpan={columns.length + 2} />
              </tr>
            ) : (
              <Row
                key={one.item.id}
                item={one.item}
                kind={kind}
                columns={columns}
                telling={telling}
                near={nearOf(one.item, telling.items)}
                reasons={reasons}
                index={one.at + 2}
                active={stop.row === one.item.id ? stop.column : null}
                editing={editing?.row === one.item.id ? editing : null}
                onDone={keys.onDone}
              />
            ),
          )}
        </tbody>
      </table>
      {props.children}
    </div>
  )
}

type DrawnRow =
  | { readonly is: 'row'; readonly item: PlacedItem; readonly at: number }
  | { readonly is: 'gap'; readonly at: number; readonly count: number }

/** What can be seen, and the row that Tab comes to wherever it is; gaps stand for the others. */
const rowsDrawn = (
  items: readonly PlacedItem[],
  { from, to }: { readonly from: number; readonly to: number },
  active: string,
): readonly DrawnRow[] => {
  const rows: DrawnRow[] = []
  let gap = 0
  items.forEach((item, at) => {
    if ((at >= from && at < to) || item.id === active) {
      if (gap > 0) rows.push({ is: 'gap', at, count: gap })
      gap = 0
      rows.push({ is: 'row', item, at })
    } else gap++
  })
  if (gap > 0) rows.push({ is: 'gap', at: items.length, count: gap })
  return rows
}
