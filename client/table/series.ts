import type { Options, Table } from '../../shared/items/define.ts'
import { keyPath } from '../../shared/items/item.ts'
import type { Locale } from '../../shared/locale.ts'
import type { ValueFit } from './headings.ts'
import { fitValue, optionIn, yearIn } from './headings.ts'
import type { Block } from './separated.ts'

/*
 * A block of values by year, for women, men and all, however it was turned: years down or across, the groups beside
 * them or over them, or one value to a line. Nothing is written here.
 */

export interface Series {
  readonly field: Table
  readonly options: Options
  readonly locale: Locale
  /** Where the focus is, for a block that does not say itself: a year, and the place of a group among the options. */
  readonly at: { readonly year: string; readonly option: number }
  /** The years there are. */
  readonly years: readonly string[]
}

export interface YearValue {
  readonly year: string
  readonly option: string
  readonly text: string
  readonly fit: ValueFit
}

export interface Said {
  readonly year: string
  readonly option: string
  readonly text: string
}

export const readSeries = (block: Block, series: Series): readonly YearValue[] => {
  const seen = new Map<string, Said>()
  for (const said of placed(block, series))
    if (said.text !== '') seen.set(`${said.year}/${said.option}`, said)
  return [...seen.values()].map((said) => ({ ...said, fit: fitYear(said, series) }))
}

const placed = (block: Block, series: Series): readonly Said[] =>
  lineByLine(block, series) ??
  yearsAcross(block, series) ??
  yearsDown(block, series) ??
  asItStands(block, series)

const everybody = ({ options }: Series): string => options.values.at(-1) ?? ''

/** A column of years, one of groups, and their value: one to a line. */
const lineByLine = (block: Block, series: Series): readonly Said[] | null => {
  const body = block.filter((row) =>
    row.some((cell) => optionIn(cell, series.options) !== null && yearOf(row) !== null),
  )
  const [first] = body
  if (!first || body.length < block.length - 1 || first.length < 3) return null
  const year = first.findIndex((_, at) => body.every((row) => yearIn(row[at] ?? '') !== null))
  const group = first.findIndex((_, at) =>
    body.every((row) => optionIn(row[at] ?? '', series.options) !== null),
  )
  const value = first.findLastIndex((_, at) => at !== year && at !== group)
  if (year < 0 || group < 0 || value < 0) return null
  return body.map((row) => ({
    year: yearIn(row[year] ?? '') ?? '',
    option: optionIn(row[group] ?? '', series.options) ?? '',
    text: row[value] ?? '',
  }))
}

const yearOf = (row: readonly string[]): string | null => row.map(yearIn).find((one) => one !== null) ?? null

/** Years in the first row; what stands before them names the group, and nothing means all. */
const yearsAcross = ([first = [], ...rows]: Block, series: Series): readonly Said[] | null => {
  const years = first.map(yearIn)
  const from = years.findIndex((year) => year !== null)
  const isHeader =
    from >= 0 &&
    rows.length > 0 &&
    years.slice(from).every((year, at) => year !== null || first[from + at] === '')
  if (!isHeader || (from === 0 && years.length === 1)) return null
  return rows.flatMap((row, at) => {
    const named = row
      .slice(0, from)
      .map((cell) => optionIn(cell, series.options))
      .find((one) => one !== null)
    const option = named ?? (rows.length === 1 ? everybody(series) : (series.options.values[at] ?? null))
    if (option === null || option === undefined) return []
    return years.flatMap((year, across) => (year === null ? [] : [{ year, option, text: row[across] ?? '' }]))
  })
}

/** Years in the first column; what stands over a column names the group. */
const yearsDown = (block: Block, series: Series): readonly Said[] | null => {
  const [first = []] = block
  const body = yearIn(first[0] ?? '') === null ? block.slice(1) : block
  const isHeaded = body.length < block.length
  if (body.length === 0 || first.length < 2) return null
  if (!body.every(([year = '']) => yearIn(year) !== null)) return null
  const width = first.length - 1
  const groups = isHeaded ? first.slice(1).map((cell) => optionIn(cell, series.options)) : []
  const isNamed = groups.some((one) => one !== null)
  const optionAt = (at: number): string | null => {
    if (isNamed) return groups[at] ?? null
    if (width === 1) return isHeaded ? everybody(series) : optionFromFocus(series, 0)
    return series.options.values[at] ?? null
  }
  return body.flatMap(([year = '', ...cells]) =>
    cells.flatMap((text, at) => {
      const option = optionAt(at)
      return option === null ? [] : [{ year: yearIn(year) ?? '', option, text }]
    }),
  )
}

const optionFromFocus = ({ options, at }: Series, across: number): string | null =>
  options.values[at.option + across] ?? null

/** Values alone: from the cell that has the focus, into the years below it and those that follow. */
const asItStands = (block: Block, series: Series): readonly Said[] => {
  const from = Math.max(0, series.years.indexOf(series.at.year))
  const last = Number(series.years.at(-1) ?? series.at.year)
  return block.flatMap((row, down) => {
    if (last === 0) return []
    const year = series.years[from + down] ?? String(last + from + down - series.years.length + 1)
    return row.flatMap((text, across) => {
      const option = optionFromFocus(series, across)
      return option === null ? [] : [{ year, option, text }]
    })
  })
}

/** What a text means as a value of this year and group. */
export const fitYear = (
  { year, option, text }: Said,
  { field, locale }: Pick<Series, 'field' | 'locale'>,
): ValueFit => fitValue(keyPath(field.by.map((_, at) => [year, option][at])), text, { field, locale })
