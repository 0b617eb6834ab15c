import { describe, expect, it } from 'vitest'
import { readForecast } from '../../client/table/forecast.ts'
import { fitValue } from '../../client/table/headings.ts'
import { separated } from '../../client/table/separated.ts'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { gender } from '../../shared/items/options.ts'

const table = { years: ['2025', '2030'], words: ['0-5', '6-15', '80+'], options: gender }
const start = { row: 0, column: 0 }
const read = (text: string, at = start, of = table) =>
  readForecast(separated(text), { table: of, locale: 'sv', at })
const said = (text: string, at = start, of = table) =>
  Object.fromEntries(
    read(text, at, of).values.map(({ year, word, option, text: value }) => [
      `${year} ${word} ${option}`,
      value,
    ]),
  )

const whole = {
  '2025 0-5 K': '716',
  '2030 0-5 K': '701',
  '2025 0-5 M': '742',
  '2030 0-5 M': '730',
  '2025 6-15 K': '1 398',
  '2030 6-15 K': '1 377',
  '2025 6-15 M': '1 462',
  '2030 6-15 M': '1 401',
}

describe('TB: a forecast of groups by year', () => {
  it.each([
    [
      'years across, groups and women and men before them',
      'Ålder\tKön\t2025\t2030\n0–5 år\tKvinnor\t716\t701\n0–5 år\tMän\t742\t730\n6–15 år\tKvinnor\t1 398\t1 377\n6–15 år\tMän\t1 462\t1 401',
    ],
    [
      'a group that stands once over its rows',
      '\t\t2025\t2030\n0-5\tKvinnor\t716\t701\n\tMän\t742\t730\n6-15\tKvinnor\t1 398\t1 377\n\tMän\t1 462\t1 401',
    ],
    [
      'the grid as it stands here',
      '\t2025\t2030\n0-5\t\t\nKvinnor\t716\t701\nMän\t742\t730\n6-15\t\t\nKvinnor\t1 398\t1 377\nMän\t1 462\t1 401',
    ],
    [
      'a line for each value',
      `region\tålder\tkön\tår\tantal${Object.entries(whole)
        .map(([key, value]) => {
          const [year = '', word = '', option = ''] = key.split(' ')
          return `\n1480 Göteborg\t${word} år\t${option === 'K' ? 'kvinnor' : 'män'}\t${year}\t${value}`
        })
        .join('')}`,
    ],
    [
      'women and men across, years and groups before them',
      'År\tAge\tWomen\tMen\n2025\t0-5 years\t716\t742\n2030\t0-5 years\t701\t730\n2025\t6-15 years\t1 398\t1 462\n2030\t6-15 years\t1 377\t1 401',
    ],
    [
      'two rows of heads, the first over several columns',
      '\t2025\t\t2030\t\n\tKvinner\tMenn\tKvinner\tMenn\n0-5\t716\t742\t701\t730\n6-15\t1 398\t1 462\t1 377\t1 401',
    ],
  ])('TB25 it is read with %s', (_, text) => {
    expect(said(text)).toEqual(whole)
    expect(said(text, start, { ...table, years: [], words: [] })).toEqual(whole)
  })

  it('TB26 values of groups without women and men are for all; groups may stand across', () => {
    const all = { '2025 0-5 T': '1', '2025 80+ T': '2', '2030 0-5 T': '3', '2030 80+ T': '4' }
    expect(said('År\t0–5 år\t80 år +\n2025\t1\t2\n2030\t3\t4')).toEqual(all)
    expect(said('\t2025\t2030\n0-5\t1\t3\n80+\t2\t4')).toEqual(all)
    expect(said('Ålder\t2025\n0-5\t1\n80+\t2')).toEqual({ '2025 0-5 T': '1', '2025 80+ T': '2' })
    const ages = { years: [], words: [], options: gender }
    expect(said('Ålder\t2025\t2026\n0\t5\t6\n1\t7\t8', start, ages)).toEqual({
      '2025 0 T': '5',
      '2026 0 T': '6',
      '2025 1 T': '7',
      '2026 1 T': '8',
    })
  })

  it('TB27 values alone go from the cell that has the focus to the right and down, into the years that follow', () => {
    expect(said('1\t2\n3\t4', { row: 2, column: 1 })).toEqual({
      '2030 0-5 T': '1',
      '2031 0-5 T': '2',
      '2030 6-15 K': '3',
      '2031 6-15 K': '4',
    })
    expect(said('2025\t1\t2\n2030\t3\t4', { row: 3, column: 0 })).toEqual({
      '2025 6-15 K': '1',
      '2025 6-15 M': '2',
      '2030 6-15 K': '3',
      '2030 6-15 M': '4',
    })
    expect(said('1\n2\n3', { row: 8, column: 0 })).toEqual({ '2025 80+ T': '1' })
  })

  it('TB28 a sum over all groups is left out and named, unless a group is called so', () => {
    const text = '\t2025\t2030\n0-5\t1\t2\nTotalt\t3\t4'
    expect(read(text)).toMatchObject({ sums: ['Totalt'] })
    expect(said(text)).toEqual({ '2025 0-5 T': '1', '2030 0-5 T': '2' })
    expect(said(text, start, { ...table, words: ['Totalt'] })).toHaveProperty('2030 Totalt T', '4')
  })

  it('TB29 what is no number and what is no group’s name does not fit, and is kept as it was typed', () => {
    const rows = must(kinds.get('populationForecast')?.fields['rows'])
    if (rows.is !== 'table') throw new Error('a table')
    const [one, two] = read('\t2025\t2030\n0-5\tca 700\t701').values
    expect([one?.text, two?.text]).toEqual(['ca 700', '701'])
    const fit = (text: string) => fitValue('2025/0-5/T', text, { field: rows, locale: 'sv' })
    expect(fit('ca 700')).toEqual({ is: 'wrong', because: { key: 'notNumber' } })
    expect(fit('..')).toEqual({ is: 'wrong', because: { key: 'notNumber' } })
    expect(fit('-7')).toMatchObject({ is: 'wrong' })
    expect(fit('1 398')).toEqual({ is: 'fits', leaves: { '2025/0-5/T/value': 1398 } })
  })
})
