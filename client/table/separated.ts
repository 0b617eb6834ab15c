/* What a spreadsheet puts on the clipboard, as rows of cells. */

export type Block = readonly (readonly string[])[]

/** Cells between tabs; one in quotes may hold tabs, lines and doubled quotes. */
export const separated = (text: string): Block => {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex
    const found = cell.exec(text) ?? plain(text, from, cell)
    const [, quoted, bare = '', end = ''] = found
    rows.at(-1)?.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim())
    if (end === '\t' && cell.lastIndex >= text.length) rows.at(-1)?.push('')
    if (/[\r\n]/.test(end) && cell.lastIndex < text.length) rows.push([])
  }
  return tidy(rows)
}

/** A cell that begins with a quote and is no quotation. */
const plain = (text: string, from: number, cell: RegExp): readonly (string | undefined)[] => {
  const [words = '', end = ''] = /^[^\t\r\n]*(\t|\r\n|\n|\r|$)/.exec(text.slice(from)) ?? []
  cell.lastIndex = from + words.length
  return ['', undefined, words.slice(0, words.length - end.length), end]
}

/** Every row as long as the longest; without empty rows at the end. */
export const tidy = (rows: Block): Block => {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''))
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.slice(0, last + 1).map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
}
