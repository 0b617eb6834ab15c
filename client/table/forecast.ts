import type { Locale } from '../../shared/locale.ts'
import type { Crosstab } from '../items/crosstab.ts'
import { folded } from './fold.ts'
import { isValue, optionIn, yearIn } from './headings.ts'
import type { Block } from './separated.ts'

/*
 * A block of values of groups year by year, however it was turned: years or groups across, a line for each value, or
 * the grid as it stands. What it does not say itself is taken from the cell that has the focus. Nothing is written here.
 */

export interface Forecast {
  readonly table: Pick<Crosstab, 'years' | 'words' | 'options'>
  readonly locale: Locale
  /** The cell that has the focus: a row is a group and one of the options, a column a year. */
  readonly at: { readonly row: number; readonly column: number }
}

export interface Placed {
  readonly year: string
  readonly word: string
  readonly option: string
  readonly text: string
}

export interface Read {
  readonly values: readonly Placed[]
  /** Sums over groups, which would be counted twice. */
  readonly sums: readonly string[]
}

/** What a cell is said to be of, as far as it is said. */
type Said = { readonly year?: string; readonly word?: string; readonly option?: string }

export const readForecast = (block: Block, forecast: Forecast): Read => {
  const said = placed(block, forecast).filter(({ text }) => text !== '')
  const isSum = ({ word }: Placed) => isSumWord(word, forecast)
  const seen = new Map(
    said.filter((one) => !isSum(one)).map((one) => [`${one.year}/${one.word}/${one.option}`, one]),
  )
  return { values: [...seen.values()], sums: [...new Set(said.filter(isSum).map(({ word }) => word))] }
}

const placed = (block: Block, forecast: Forecast): readonly Placed[] => {
  const heads = headRows(block, forecast)
  const body = block.slice(heads.length)
  const isLed = leadColumns(heads, body, forecast)
  const across = filled(heads, isLed).map((row) => row.map((cell) => cellSays(cell, forecast)))
  const leads = leadsOf(body, isLed, forecast)
  const columns = isLed.flatMap((led, at) => (led ? [] : [at]))
  return body.flatMap((row, down) => {
    const lead = leads[down]
    if (!lead) return []
    return columns.flatMap((at, right): readonly Placed[] => {
      const over = across.reduce<Said>((all, cells) => ({ ...all, ...cells[at] }), {})
      const focus = { down, right, of: columns.length }
      const place = complete(over, lead, focus, forecast)
      return place ? [{ ...place, text: row[at] ?? '' }] : []
    })
  })
}

/** What names columns: at most two rows of years, options or groups, or of what the columns are called. */
const headRows = (block: Block, forecast: Forecast): Block => {
  const [first = [], second = []] = block
  if (block.length < 2 || !isHead(first, block, forecast)) return []
  const isSecond = block.length > 2 && namesColumns(second, forecast)
  return isSecond ? [first, second] : [first]
}

const isHead = (row: readonly string[], block: Block, forecast: Forecast): boolean => {
  if (namesColumns(row, forecast)) return true
  const [first = ''] = row
  const below = block.slice(1)
  // A name over years.
  if (first !== '' && yearIn(first) === null && below.every(([year = '']) => yearIn(year) !== null))
    return true
  const isValueAt = (cell: string) => isValue(cell, forecast.locale)
  // Words over numbers.
  return row.some(
    (cell, at) =>
      at > 0 && cell !== '' && !isValueAt(cell) && below.every((line) => isValueAt(line[at] ?? '')),
  )
}

/** Years or options to its end; of one alone, what stands before it must be no group. */
const namesColumns = (row: readonly string[], { table: { options } }: Forecast): boolean => {
  const names = (cell: string) => yearIn(cell) !== null || optionIn(cell, options) !== null
  const from = row.findIndex(names)
  const named = row.slice(Math.max(0, from)).filter((cell) => cell !== '')
  return from >= 0 && named.every(names) && (named.length > 1 || !/\d/.test(row.slice(0, from).join('')))
}

/** Which columns say what the values beside them are of. */
const leadColumns = (heads: Block, body: Block, forecast: Forecast): readonly boolean[] => {
  const { table, locale } = forecast
  const last = heads.at(-1) ?? []
  const width = Math.max(0, ...body.map((row) => row.length))
  const column = (at: number) => body.map((row) => row[at] ?? '').filter((cell) => cell !== '')
  const isNamed = (at: number) =>
    heads.some((row) => yearIn(row[at] ?? '') !== null || optionIn(row[at] ?? '', table.options) !== null)
  const led = Array.from({ length: width }, (_, at) => {
    if (isNamed(at)) return false
    const cells = column(at)
    if (isAgeHead(last[at] ?? '')) return true
    if (cells.length > 0 && cells.every((cell) => yearIn(cell) !== null)) return true
    return cells.some((cell) => !isValue(cell, locale) || optionIn(cell, table.options) !== null) && at < 4
  })
  // What is led stands before what it leads; a number that happens to look like a year does not.
  const first = led.indexOf(false)
  return first < 0 ? led.map((_, at) => at < width - 1) : led.map((one, at) => one && at < Math.max(first, 1))
}

const ageHeads: ReadonlySet<string> = new Set(['alder', 'age', 'aldersgrupp', 'aldersgruppe', 'age group'])
const isAgeHead = (cell: string): boolean => ageHeads.has(folded(cell))

/** A head over several columns stands in the first of them. */
const filled = (heads: Block, isLed: readonly boolean[]): Block =>
  heads.map((row) => {
    let before = ''
    return isLed.map((led, at) => {
      if (led) return ''
      before = row[at] ? row[at] : before
      return before
    })
  })

const cellSays = (cell: string, { table }: Forecast): Said => {
  const year = yearIn(cell)
  if (year !== null) return { year }
  const option = optionIn(cell, table.options)
  if (option !== null) return { option }
  return cell === '' ? {} : { word: groupIn(cell, table.words) }
}

/** What each row says of itself; null of one that only names what follows. A group stands once over its rows. */
const leadsOf = (body: Block, isLed: readonly boolean[], forecast: Forecast): readonly (Said | null)[] => {
  const { options } = forecast.table
  const led = isLed.flatMap((one, at) => (one ? [at] : []))
  const cellsIn = (at: number) => body.map((row) => row[at] ?? '')
  const yearAt = led.find((at) => cellsIn(at).every((cell) => cell === '' || yearIn(cell) !== null))
  const others = led.filter((at) => at !== yearAt)
  // Where a row stands for all of a group only, "Total" is no one's part but the sum of all.
  const hasParts = others.some((at) =>
    cellsIn(at).some((cell) => (optionIn(cell, options) ?? everybody(forecast)) !== everybody(forecast)),
  )
  let before: Said = {}
  return body.map((row) => {
    const year = yearAt === undefined ? null : yearIn(row[yearAt] ?? '')
    if (year !== null) before = { ...before, year }
    let own: Said = {}
    for (const at of others) {
      const cell = row[at] ?? ''
      const option = hasParts ? optionIn(cell, options) : null
      if (option !== null) own = { ...own, option }
      else if (cell !== '') before = { ...before, word: groupIn(cell, forecast.table.words) }
    }
    const isEmpty = row.every((cell, at) => isLed[at] === true || cell === '')
    return isEmpty ? null : { ...before, ...own }
  })
}

const everybody = ({ table: { options } }: Forecast): string => options.values.at(-1) ?? ''

/** What neither says: from the cell that has the focus to the right and down; of a group as a whole, everybody. */
const complete = (
  over: Said,
  lead: Said,
  { down, right, of }: { readonly down: number; readonly right: number; readonly of: number },
  forecast: Forecast,
): Omit<Placed, 'text'> | null => {
  const { table, at } = forecast
  const { values } = table.options
  const said = { ...over, ...lead }
  const row = at.row + (Object.keys(lead).length === 0 ? down : 0)
  const ownOption = said.word === undefined ? row % values.length : values.length - 1
  // Several values of one year and group can only be those of the options.
  const isParted = lead.year !== undefined && Object.keys(over).length === 0 && of > 1
  const from = said.word === undefined ? ownOption : 0
  const option = said.option ?? values[isParted ? from + right : ownOption]
  const word = said.word ?? table.words[Math.floor(row / values.length)]
  const year = said.year ?? yearFrom(table.years, at.column + right)
  return word === undefined || option === undefined || year === null ? null : { year, word, option }
}

/** Beyond the last year follow the next. */
const yearFrom = (years: readonly string[], at: number): string | null => {
  const last = years.at(-1)
  if (last === undefined) return null
  return years[at] ?? String(Number(last) + at - years.length + 1)
}

/** A group by the name it has here already, or by its own: without "years", and with one sort of dash. */
export const groupIn = (cell: string, words: readonly string[]): string => {
  const name = cell
    .trim()
    .replace(/\s*[–−-]\s*(?=\d)/g, '-')
    .replace(/(?<=[\d+])\s*(år|years?)(?=$|\s|\+)/i, '')
    .replace(/(?<=\d)\s+\+$/, '+')
  return words.find((word) => folded(word) === folded(name) || folded(word) === folded(cell)) ?? name
}

/** A sum of all ages, unless a group here is called so. */
const isSumWord = (word: string, { table }: Forecast): boolean =>
  !table.words.includes(word) && /^(totalt?|summa|sum|samtliga|alla|alle|all|i alt)( |$)/.test(folded(word))
