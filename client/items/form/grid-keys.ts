import type { KeyboardEvent } from 'react'

/* From cell to cell of a grid of inputs by arrow keys. */

const rowsOf = (grid: HTMLTableElement | null): readonly HTMLTableRowElement[] =>
  [...(grid?.tBodies ?? [])].flatMap(({ rows }) => [...rows]).filter((row) => row.querySelector('input'))

/** Whether there is such a cell; rows without inputs do not count. */
export const focusAt = (grid: HTMLTableElement | null, row: number, column: number): boolean => {
  const cell = rowsOf(grid)[row]?.querySelectorAll('input')[column]
  cell?.focus()
  cell?.select()
  return cell !== undefined
}

/** Up and down always; to the sides where the caret can go no further in its cell. */
export const goByKey = (event: KeyboardEvent, grid: HTMLTableElement | null): void => {
  const { target } = event
  const isOther = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey
  if (!(target instanceof HTMLInputElement) || isOther) return
  const row = target.closest('tr')
  if (!row) return
  const column = [...row.querySelectorAll('input')].indexOf(target)
  const isAll = target.selectionStart === 0 && target.selectionEnd === target.value.length
  const atStart = isAll || target.selectionEnd === 0
  const atEnd = isAll || target.selectionStart === target.value.length
  const steps: Readonly<Record<string, readonly [down: number, right: number] | undefined>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ...(atStart && { ArrowLeft: [0, -1] as const }),
    ...(atEnd && { ArrowRight: [0, 1] as const }),
  }
  const step = steps[event.key]
  if (step && focusAt(grid, rowsOf(grid).indexOf(row) + step[0], column + step[1])) event.preventDefault()
}

/** The row and the column of an input in the grid; of anything else, the first. */
export const spotIn = (grid: HTMLTableElement | null, target: Node): GridSpot => {
  const spots = rowsOf(grid).flatMap((row, at) =>
    [...row.querySelectorAll('input')].map((input, column) => ({ input, row: at, column })),
  )
  const { row = 0, column = 0 } = spots.find(({ input }) => input === target) ?? {}
  return { row, column }
}

export interface GridSpot {
  readonly row: number
  readonly column: number
}
