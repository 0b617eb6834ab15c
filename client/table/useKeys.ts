import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { itemKey } from '../marks/finding-keys.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useOpenChecks } from '../hooks/useOpenChecks.ts'
import { useOpenItem } from '../hooks/useOpenItem.ts'
import type { Onward } from './CellEditor.tsx'
import type { Spot } from './cells.ts'
import { findingsCell, focusCell, isWriting, menuCell, spotOf } from './cells.ts'
import { cellsOn } from './clipboard.ts'
import type { Column } from './columns.ts'
import { cellWords, writingOf } from './columns.ts'
import type { GridProps } from './Grid.tsx'
import { moved } from './move.ts'

/** The cells of a row in their order, as `data-cell` has them. */
const cellsOf = ([title, ...others]: readonly Column[]): readonly string[] => [
  ...(title ? [title.path] : []),
  findingsCell,
  ...others.map(({ path }) => path),
  menuCell,
]

/** What keys, presses and the clipboard do in a grid. */
export const useKeys = (props: GridProps, table: RefObject<HTMLTableElement | null>) => {
  const { go, next } = useFocus(props, table)
  const act = useActs(props)
  const { editing, onEditing, onActive } = props
  const latest = useRef({ editing, onEditing, next })
  useLayoutEffect(() => {
    latest.current = { editing, onEditing, next }
  })
  const here = (target: EventTarget | null): Spot | null => table.current && spotOf(table.current, target)
  useClipboard(props, here)
  const onKeyDown = (event: KeyboardEvent) => {
    const spot = here(event.target)
    if (!spot || isWriting(event.target) || event.nativeEvent.isComposing) return
    const to = isOther(event) ? null : next(spot, event)
    if (to) {
      event.preventDefault()
      // A menu's button would open by an arrow.
      event.stopPropagation()
      return go(to)
    }
    if (spot.row !== '' && spot.column !== menuCell && act.byKey(event, spot)) event.preventDefault()
  }
  return {
    onKeyDown,
    onFocus: ({ target }: FocusEvent) => {
      const spot = here(target)
      props.onInside(true)
      if (spot) onActive(spot)
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent) =>
      // From cell to cell it stays inside.
      props.onInside(relatedTarget !== null && currentTarget.contains(relatedTarget)),
    onClick: ({ target }: MouseEvent) => {
      const spot = here(target)
      if (spot?.column === findingsCell && spot.row !== '') act.enter(spot, null)
    },
    onDoubleClick: ({ target }: MouseEvent) => {
      const spot = here(target)
      if (spot && spot.row !== '' && spot.column !== menuCell && !isWriting(target)) act.enter(spot, null)
    },
    /** The same for as long as the table stands, so that rows are not drawn anew. */
    onDone: useCallback(
      (onward: Onward) => {
        const { editing: done, onEditing: end, next: beside } = latest.current
        end(null)
        if (!done || onward === 'away') return
        const spot = { row: done.row, column: done.path }
        go(
          onward === 'stay'
            ? spot
            : (beside(spot, { key: keys[onward], ctrlKey: false, metaKey: false }) ?? spot),
        )
      },
      [go],
    ),
    go,
  }
}

/**
 * Copying a cell, and a block of cells that is put in. Firefox says both where text was last pressed, be it outside of
 * the table: so the page is listened to, and the cell is the one that has the focus.
 */
const useClipboard = (props: GridProps, here: (target: EventTarget | null) => Spot | null) => {
  const latest = useRef({ props, here })
  useLayoutEffect(() => {
    latest.current = { props, here }
  })
  useEffect(() => {
    const focused = () => latest.current.here(document.activeElement)
    const paste = (event: ClipboardEvent) => pasteAt(event, focused(), latest.current.props)
    const copy = (event: ClipboardEvent) => copyFrom(event, focused(), latest.current.props)
    document.addEventListener('paste', paste)
    document.addEventListener('copy', copy)
    return () => {
      document.removeEventListener('paste', paste)
      document.removeEventListener('copy', copy)
    }
  }, [])
}

const pasteAt = (event: ClipboardEvent, spot: Spot | null, { onPaste }: GridProps): void => {
  if (!spot || !event.clipboardData) return
  const block = cellsOn(event.clipboardData)
  const isOne = block.length === 1 && block[0]?.length === 1
  // One value is written at once, so it is for a cell that has one.
  const isElse = !isField(spot) || isWriting(document.activeElement)
  if (block.length === 0 || (isOne && isElse)) return
  event.preventDefault()
  onPaste(block, spot)
}

/** Not the head, nor what only stands beside the values of a row. */
const isField = ({ row, column }: Spot): boolean =>
  row !== '' && column !== findingsCell && column !== menuCell

const copyFrom = (event: ClipboardEvent, spot: Spot | null, props: GridProps): void => {
  const item = props.items.find(({ id }) => id === spot?.row)
  const column = props.columns.find(({ path }) => path === spot?.column)
  if (!item || !column || !event.clipboardData || isWriting(document.activeElement)) return
  if (window.getSelection()?.isCollapsed === false) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', cellWords(item, props.kind, column, props.telling))
}

const keys = { down: 'ArrowDown', up: 'ArrowUp', right: 'ArrowRight', left: 'ArrowLeft' } as const

const isOther = ({ altKey, shiftKey }: KeyboardEvent): boolean => altKey || shiftKey

/** Where the focus is, where it goes, and that it is not lost when its row goes. */
const useFocus = (
  { items, columns, active, onActive, editing }: GridProps,
  table: RefObject<HTMLTableElement | null>,
) => {
  const wanted = useRef<Spot | null>(null)
  const latest = useRef(onActive)
  const at = items.findIndex(({ id }) => id === active.row)
  const place = useRef(at)
  const held = useRef(false)
  useLayoutEffect(() => {
    latest.current = onActive
    const now = table.current?.contains(document.activeElement) ?? false
    const isLost = held.current && document.activeElement === document.body
    if (at < 0 && active.row !== '' && isLost) {
      const row = items[Math.min(place.current, items.length - 1)]?.id ?? ''
      onActive({ row, column: active.column })
      wanted.current = { row, column: active.column }
    } else if (at >= 0) place.current = at
    held.current = now
    if (wanted.current && !editing && focusCell(table.current, wanted.current)) wanted.current = null
  })
  const go = useCallback(
    (spot: Spot) => {
      latest.current(spot)
      // A row far away is drawn first.
      wanted.current = spot
      if (focusCell(table.current, spot)) wanted.current = null
    },
    [table],
  )
  const names = cellsOf(columns)
  const next = (spot: Spot, key: Parameters<typeof moved>[1]): Spot | null => {
    const from = { row: items.findIndex(({ id }) => id === spot.row), column: names.indexOf(spot.column) }
    const to = moved(from, key, { rows: items.length, columns: names.length })
    return to && { row: items[to.row]?.id ?? '', column: names[to.column] ?? '' }
  }
  return { go, next }
}

/** What is done with a cell. */
const useActs = ({ items, columns, kind, reasons, onEditing, onBarred }: GridProps) => {
  const edits = useItemEdits()
  const [, open] = useOpenItem()
  const { go: openChecks } = useOpenChecks()
  const found = (spot: Spot) => ({
    item: items.find(({ id }) => id === spot.row),
    column: columns.find(({ path }) => path === spot.column),
  })
  const enter = (spot: Spot, begun: string | null): void => {
    const { item, column } = found(spot)
    if (item && spot.column === findingsCell) return openChecks({ is: 'place', key: itemKey(item.id) })
    if (!item || !column) return
    const writing = writingOf(kind, column)
    if (writing === 'opened') return begun === null ? open(item.id) : undefined
    const reason = reasons.at(item, column.path)
    if (reason !== null) return onBarred(reason)
    if (writing === 'ticked') edits.change(item, { [column.path]: item.leaves.get(column.path) !== true })
    else onEditing({ row: spot.row, path: column.path, begun })
  }
  const clear = (spot: Spot): void => {
    const { item, column } = found(spot)
    if (!item || !column || writingOf(kind, column) === 'opened') return
    const reason = reasons.at(item, column.path)
    if (reason !== null) return onBarred(reason)
    const whole = column.year?.entry ?? (writingOf(kind, column) === 'several' ? column.path : null)
    if (whole !== null) edits.removeAt(item, whole)
    else edits.change(item, { [column.path]: '' })
  }
  /** Whether the key means anything. */
  const byKey = (event: KeyboardEvent, spot: Spot): boolean => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (ctrlKey || metaKey || altKey) return false
    if (key === 'Enter' && shiftKey) open(spot.row)
    else if (key === 'Enter' || key === 'F2' || key === ' ') enter(spot, null)
    else if (key === 'Delete' || key === 'Backspace') clear(spot)
    else if (key.length === 1) enter(spot, key)
    else return false
    return true
  }
  return { enter, byKey }
}
