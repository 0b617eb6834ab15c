import type { Block } from './separated.ts'
import { tidy } from './separated.ts'

/* A table that was copied from a page or a word processor, as rows of cells: of its markup only the text is read. */

export interface MarkedCell {
  readonly text: string
  readonly across: number
  /** How many rows it stands in; 0 down to the last. */
  readonly down: number
}

/** The cells of the table in it that has most; nothing in it is run, fetched or styled. */
export const cellsInMarkup = (html: string): Block => {
  if (!/<table/i.test(html)) return []
  const page = new DOMParser().parseFromString(bare(html), 'text/html')
  // A table that holds others is the frame of a page or a letter.
  const tables = [...page.querySelectorAll('table')].filter((one) => !one.querySelector('table'))
  const sizeOf = ({ rows }: HTMLTableElement) => [...rows].reduce((sum, { cells }) => sum + cells.length, 0)
  const [largest] = tables.toSorted((one, two) => sizeOf(two) - sizeOf(one))
  const rows = [...(largest?.rows ?? [])].map((row) =>
    [...row.cells].map((cell) => ({
      text: cell.textContent.replaceAll(/\s+/g, ' ').trim(),
      across: cell.colSpan,
      down: cell.rowSpan,
    })),
  )
  return spread(rows)
}

const tags = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi
const kept = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'sup'])
const breaking = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Its tables without anything that is styled or fetched: a page such as ours reports a style as soon as it is parsed. */
export const bare = (html: string): string =>
  html
    .replaceAll(/<(script|style|template|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(
      tags,
      (_, end: string | undefined, name: string | undefined, attributes: string | undefined) => {
        const tag = (name ?? '').toLowerCase()
        if (breaking.has(tag)) return ' '
        if (!kept.has(tag)) return ''
        return `<${end ?? ''}${tag}${end === '' ? spansIn(attributes ?? '') : ''}>`
      },
    )
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]|&shy;|&#8203;/g, '')
    // The mark of a note would be a digit more.
    .replaceAll(/(\d)\s*<sup>[^<]{1,4}<\/sup>/g, '$1')

const spansIn = (attributes: string): string =>
  [...attributes.matchAll(/(?:^|\s)((?:col|row)span)\s*=\s*["']?(\d+)/gi)]
    .map(([, name = '', count = '']) => ` ${name.toLowerCase()}="${count}"`)
    .join('')

/** One that stands in several rows is said of each; one over several columns stands in the first of them. */
export const spread = (rows: readonly (readonly MarkedCell[])[]): Block => {
  const grid = rows.map((): (string | undefined)[] => [])
  for (const [at, row] of rows.entries())
    for (const { text, across, down } of row) {
      const columns = Array.from({ length: Math.min(across, widest) }, (_, beside) =>
        beside === 0 ? text : '',
      )
      const free = firstFree(grid[at] ?? [])
      const under = grid.slice(at, down === 0 ? undefined : at + down)
      for (const line of under) columns.forEach((words, beside) => (line[free + beside] = words))
    }
  const lines = grid.map((line) => Array.from(line, (cell) => cell ?? ''))
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex((cell) => cell !== '') + 1))
  return tidy(lines.map((line) => line.slice(0, width)))
}

const widest = 200

const firstFree = (line: readonly (string | undefined)[]): number => {
  const gap = Array.from(line).indexOf(undefined)
  return gap < 0 ? line.length : gap
}
