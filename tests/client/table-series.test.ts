import { describe, expect, it } from 'vitest'
import { separated } from '../../client/table/separated.ts'
import type { Series } from '../../client/table/series.ts'
import { readSeries } from '../../client/table/series.ts'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { gender } from '../../shared/items/options.ts'

const values = must(kinds.get('indicator')?.fields['values'])
const targets = must(kinds.get('indicator')?.fields['targets'])
if (values.is !== 'table' || targets.is !== 'table') throw new Error('tables')

const here: Series = {
  field: values,
  options: gender,
  locale: 'sv',
  at: { year: '2024', option: 2 },
  years: ['2023', '2024'],
}
const read = (text: string, more: Partial<Series> = {}) => readSeries(separated(text), { ...here, ...more })
const said = (text: string, more: Partial<Series> = {}) =>
  Object.fromEntries(
    read(text, more).map(({ year, option, fit }) => [
      `${year} ${option}`,
      fit.is === 'fits' ? fit.leaves[`${year}/${option}/-/value`] : fit.because.key,
    ]),
  )

const whole = { '2023 K': 9.1, '2024 K': 8.7, '2023 M': 9.5, '2024 M': 9.2 }

describe('TB: a series by year', () => {
  it('TB11 it is read with the years across or down, the groups beside them or over them, or a value to a line', () => {
    expect(said('\t2023\t2024\nKvinnor\t9,1\t8,7\nMän\t9,5\t9,2')).toEqual(whole)
    expect(said('År\tKvinnor\tMän\n2023\t9,1\t9,5\n2024\t8,7\t9,2')).toEqual(whole)
    expect(said('Year\tWomen\tMen\n2023\t9.1\t9.5\n2024\t8.7\t9.2')).toEqual(whole)
    expect(said('\t2023\t2024\nKvinner\t9,1\t8,7\nMenn\t9,5\t9,2')).toEqual(whole)
    expect(said('år\tkön\tandel\n2023\tK\t9,1\n2024\tK\t8,7\n2023\tM\t9,5\n2024\tM\t9,2')).toEqual(whole)
  })

  it('TB12 a row of years over one row of values is for all', () => {
    expect(said('2022\t2023\t2024\n1\t2\t3')).toEqual({ '2022 T': 1, '2023 T': 2, '2024 T': 3 })
    expect(said('År\tAndel\n2023\t5\n2024\t6')).toEqual({ '2023 T': 5, '2024 T': 6 })
  })

  it('TB13 values alone go from the cell that has the focus into the years below and those that follow', () => {
    expect(said('1\n2\n3')).toEqual({ '2024 T': 1, '2025 T': 2, '2026 T': 3 })
    expect(said('1\t2', { at: { year: '2023', option: 0 } })).toEqual({ '2023 K': 1, '2023 M': 2 })
  })

  it('TB14 the signs of official statistics say why a value is not there, where a series can say that', () => {
    const statuses = read('2022\t2023\t2024\n..\t.\t:').map(({ year, fit }) => [
      year,
      fit.is === 'fits' && [fit.leaves[`${year}/T/-/value`], fit.leaves[`${year}/T/-/status`]],
    ])
    expect(statuses).toEqual([
      ['2022', [null, 'missing']],
      ['2023', [null, 'notApplicable']],
      ['2024', [null, 'suppressed']],
    ])
    expect(said('2022\t2023\n..\t5', { field: targets })).toEqual({ '2022 T': 'notNumber', '2023 T': 5 })
  })

  it('TB15 what is no number does not fit; an empty cell is nothing', () => {
    expect(said('2022\t2023\t2024\nca 5\t\t7')).toEqual({ '2022 T': 'notNumber', '2024 T': 7 })
  })
})
