import type { FocusEvent, KeyboardEvent } from 'react'
import { useState } from 'react'

const steps: Readonly<Record<string, readonly [down: number, along: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const cells = 'button[data-cell]'

/** Arrows move between the cells of a table, of which one is a tab stop: the one the person was in last. */
export const useCells = (first: string | undefined) => {
  const [last, setLast] = useState<string | undefined>(undefined)
  const stop = (known: (id: string) => boolean): string | undefined =>
    last !== undefined && known(last) ? last : first
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key]
    if (!step || !(event.target instanceof HTMLElement) || !event.target.matches(cells)) return
    const next = neighbour(event.target, step)
    event.preventDefault()
    next?.focus()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const id = target instanceof HTMLElement ? target.dataset['cell'] : undefined
    if (id !== undefined) setLast(id)
  }
  return { stop, handlers: { onKeyDown, onFocus } }
}

const neighbour = (cell: HTMLElement, [down, along]: readonly [number, number]): HTMLElement | undefined => {
  const row = cell.closest('tr')
  const rows = [...(row?.closest('tbody')?.rows ?? [])]
  if (!row) return undefined
  const own = cellsIn(row)
  const at = own.indexOf(cell)
  if (along !== 0) return own[at + along]
  const other = rows[rows.indexOf(row) + down]
  return other && cellsIn(other)[at]
}

const cellsIn = (row: HTMLElement): readonly HTMLElement[] => [...row.querySelectorAll<HTMLElement>(cells)]
