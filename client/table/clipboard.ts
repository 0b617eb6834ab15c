import { cellsInMarkup } from './markup.ts'
import type { Block } from './separated.ts'
import { separated } from './separated.ts'

/** The cells on a clipboard. Text comes first: every spreadsheet writes it; a table on a page may be markup alone. */
export const cellsOn = (data: Pick<DataTransfer, 'getData'>): Block => {
  const text = data.getData('text/plain')
  if (text.includes('\t')) return separated(text)
  const marked = cellsInMarkup(data.getData('text/html'))
  return marked.length > 0 ? marked : separated(text)
}

/** Cells as text that a spreadsheet takes. */
export const asSeparated = (rows: Block): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n')
