import type { Block } from './separated.ts'
import { separated, tidy } from './separated.ts'

/** The cells on a clipboard. Text comes first: every spreadsheet writes it; a table on a page may be markup alone. */
export const cellsOn = (data: Pick<DataTransfer, 'getData'>): Block => {
  const text = data.getData('text/plain')
  if (text.includes('\t')) return separated(text)
  const marked = tableIn(data.getData('text/html'))
  return marked.length > 0 ? marked : separated(text)
}

/** The first table in it; nothing in it is run or fetched. */
const tableIn = (html: string): Block => {
  if (!/<table/i.test(html)) return []
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  const rows = [...(table?.rows ?? [])].map((row) =>
    [...row.cells].flatMap((cell) => [
      cell.textContent.replaceAll(/\s+/g, ' ').trim(),
      ...Array.from({ length: cell.colSpan - 1 }, () => ''),
    ]),
  )
  return tidy(rows)
}

/** Cells as text that a spreadsheet takes. */
export const asSeparated = (rows: Block): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n')
