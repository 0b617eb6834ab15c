/* Where a cell stands on the page. */

export interface Spot {
  /** The item's id, '' for the head. */
  readonly row: string
  readonly column: string
}

/** What stands in `data-cell` of the cells that are no fields. */
export const findingsCell = '!'
export const menuCell = '…'

/** The cell an event is of; null where it comes from what only hangs on the table, a menu or a list. */
export const spotOf = (table: Element, target: EventTarget | null): Spot | null => {
  if (!(target instanceof Element) || !table.contains(target)) return null
  const column = target.closest('[data-cell]')?.getAttribute('data-cell')
  const row = target.closest('[data-row]')?.getAttribute('data-row')
  return column === undefined || column === null || row === undefined || row === null ? null : { row, column }
}

/** What of a cell takes the focus: a button in it where it is one, else the cell. */
export const focusCell = (table: Element | null, { row, column }: Spot): boolean => {
  const cell = table?.querySelector<HTMLElement>(
    `[data-row="${CSS.escape(row)}"] > [data-cell="${CSS.escape(column)}"]`,
  )
  const target = cell?.hasAttribute('tabindex') ? cell : cell?.querySelector<HTMLElement>('button')
  target?.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  return target !== undefined && target !== null
}

/** Whether what has the focus in the table is being written in. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select') !== null
