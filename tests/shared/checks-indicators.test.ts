import { describe, expect, it } from 'vitest'
import type { CheckCase } from '../support/check-cases.ts'
import { tellings } from '../support/check-cases.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { agreedOn, findingsBy, foundBy, limits } from '../support/checks.ts'

type IndicatorParts = NonNullable<ItemParts['indicator']>[number]
type Value = NonNullable<IndicatorParts['values']>[number]

/** One indicator `i1`, in percent, with what there is beside it. */
const indicator = (said: IndicatorParts = {}, beside: ItemParts = {}): PlanParts => ({
  items: { indicator: [{ id: 'i1', unit: '%', decimals: 1, ...said }], ...beside },
})
const ofGoal = { goal: [{ id: 'g1', indicatorIds: ['i1'] }] }

/** Values of everybody by year; null is known to be missing. */
const totals = (...years: readonly number[]): IndicatorParts => ({
  values: years.map((year) => ({ year, gender: 'T', value: 50 })),
})
const inYear = (year: number, of: Partial<Record<'K' | 'M' | 'T', number>>, more: Value = {}) =>
  (['K', 'M', 'T'] as const).flatMap((gender): Value[] => {
    const value = of[gender]
    return value === undefined ? [] : [{ year, gender, value, ...more }]
  })
const said = (...values: readonly (readonly Value[])[]): IndicatorParts => ({ values: values.flat() })

const goalsAgreed = (day: string, createdAt: string): PlanParts => ({
  ...indicator({ createdAt }),
  steps: [
    { id: 'mission', state: agreedOn('2026-01-01') },
    { id: 'goals', state: agreedOn(day), sections: [{ id: 'goals.list', kinds: ['goal'] }] },
  ],
})

const cases: readonly CheckCase[] = [
  [
    'IND-01',
    'where it begins is not known',
    indicator({ baseline: { year: 2025 } }),
    ['i1 baseline/value'],
    indicator({ baseline: { value: 0 } }),
  ],
  [
    'IND-02',
    'a goal has it, and it has no target',
    indicator({}, ofGoal),
    ['i1 targets'],
    indicator({ targets: [{ year: 2029, gender: 'T', value: 60 }] }, ofGoal),
  ],
  ['IND-02', 'a goal has it', indicator({}, ofGoal), ['i1 targets'], indicator()],
  [
    'IND-03',
    'of three years one is only of women',
    indicator(said(inYear(2023, { T: 1 }), inYear(2024, { T: 1 }), inYear(2025, { K: 1 }))),
    ['i1 values'],
    indicator(totals(2023, 2024, 2025)),
  ],
  [
    'IND-03',
    'of three years one is missing',
    indicator(
      said(inYear(2023, { T: 1 }), inYear(2024, { T: 1 }), [{ year: 2025, gender: 'T', value: null }]),
    ),
    ['i1 values'],
    indicator(totals(2021, 2023, 2025)),
  ],
  [
    'IND-04',
    'women and men stand in different years',
    indicator({ personRelated: true, ...said(inYear(2024, { K: 1 }), inYear(2025, { M: 1 })) }),
    ['i1 values'],
    indicator({ personRelated: true, ...said(inYear(2025, { K: 1, M: 1 })) }),
  ],
  [
    'IND-04',
    'it is of people',
    indicator({ personRelated: true }),
    ['i1 values'],
    indicator({ personRelated: false }),
  ],
  [
    'IND-05',
    'a comparison has no values',
    indicator({ comparisons: [{ label: 'Sweden' }] }),
    ['i1 comparisons'],
    indicator({ comparisons: [{ label: 'Sweden', values: [{ year: 2025, gender: 'T', value: 1 }] }] }),
  ],
  [
    'IND-06',
    'five points of percent in the latest year of both',
    indicator(said(inYear(2024, { K: 90.1, M: 95.1, T: 92.5 }), inYear(2025, { T: 92 }))),
    ['i1 values'],
    indicator(said(inYear(2024, { K: 90.2, M: 95.1, T: 92.5 }))),
  ],
  [
    'IND-06',
    'a tenth of the total',
    indicator({ unit: 'days', ...said(inYear(2025, { K: 19, M: 21, T: 20 })) }),
    ['i1 values'],
    indicator({ unit: 'days', ...said(inYear(2025, { K: 19.1, M: 21, T: 20 })) }),
  ],
  [
    'IND-06',
    'it has closed since',
    indicator(said(inYear(2024, { K: 50, M: 60, T: 55 }))),
    ['i1 values'],
    indicator(said(inYear(2024, { K: 50, M: 60, T: 55 }), inYear(2025, { K: 55, M: 55, T: 55 }))),
  ],
  ['IND-07', 'an input', indicator({ level: 'input' }, ofGoal), ['i1 level'], indicator({ level: 'input' })],
  [
    'IND-07',
    'an activity',
    indicator({ level: 'activity' }, ofGoal),
    ['i1 level'],
    indicator({ level: 'output' }, ofGoal),
  ],
  ['IND-08', 'of 2023 in 2026', indicator(totals(2023)), ['i1 values'], indicator(totals(2024))],
  [
    'IND-09',
    'made after the goals were agreed on',
    goalsAgreed('2026-05-04', '2026-05-05'),
    ['i1'],
    goalsAgreed('2026-05-04', '2026-05-04'),
  ],
  ['IND-10', 'it belongs to nothing', indicator(), ['i1 monitorOnly'], indicator({ monitorOnly: true })],
  ['IND-10', 'no goal has it', indicator(), ['i1 monitorOnly'], indicator({}, ofGoal)],
  [
    'IND-11',
    'two totals lie outside',
    indicator(said(inYear(2024, { K: 7, M: 10, T: 20 }), inYear(2025, { K: 7, M: 10, T: 6.9 }))),
    ['i1 values/2024/T/-/value', 'i1 values/2025/T/-/value'],
    indicator(said(inYear(2024, { K: 7, M: 10, T: 10 }), inYear(2025, { K: 7, M: 10, T: 7 }))),
  ],
  [
    'IND-11',
    'a total of a group lies outside',
    indicator(said(inYear(2025, { K: 7, M: 10, T: 11 }, { groupId: 't1' }))),
    ['i1 values/2025/T/t1/value'],
    indicator(said(inYear(2025, { K: 7, M: 10, T: 9 }, { groupId: 't1' }))),
  ],
  [
    'IND-11',
    'a share that is women’s and men’s together',
    indicator(said(inYear(2025, { K: 7, M: 10, T: 17 }))),
    ['i1 values/2025/T/-/value'],
    indicator({ unit: 'antal', ...said(inYear(2025, { K: 7, M: 10, T: 17 })) }),
  ],
  [
    'IND-12',
    'the latest is not final',
    indicator(said(inYear(2024, { T: 1 }), inYear(2025, { T: 1 }, { status: 'preliminary' }))),
    ['i1 values'],
    indicator(said(inYear(2024, { T: 1 }, { status: 'preliminary' }), inYear(2025, { T: 1 }))),
  ],
]

const ofSweden = { label: 'Sweden', values: [{ year: 2025, gender: 'T', value: 1 }] } as const

describe('the checks of indicators', () => {
  it.each(cases)('CK21 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(cases)('CK21 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it('CK21 goals that were taken up again, or never agreed on, have no indicators too late', () => {
    const { steps = [], ...plan } = goalsAgreed('2026-05-04', '2026-05-05')
    const open = steps.map((step) => ({ ...step, state: { is: 'open' as const } }))
    expect(foundBy('IND-09', { ...plan, steps: open })).toEqual([])
  })

  it('CK21 a value that is missing is not the latest', () => {
    const values = [...inYear(2023, { T: 1 }), { year: 2025, gender: 'T' as const, value: null }]
    expect(foundBy('IND-08', indicator({ values }))).toEqual(['i1'])
  })

  it('CK21 one comparison with values is enough', () => {
    const comparisons = [{ label: 'The county', values: [{ year: 2025, gender: 'T' as const, value: null }] }]
    expect(foundBy('IND-05', indicator({ comparisons: [...comparisons, ofSweden] }))).toEqual([])
    expect(foundBy('IND-05', indicator({ comparisons }))).toEqual(['i1'])
  })

  it('CK21 a year is told of once, by its total before those of groups', () => {
    const astray = { K: 7, M: 10, T: 20 }
    const groups = [inYear(2025, astray, { groupId: 't1' }), inYear(2025, astray), inYear(2024, astray)]
    expect(tellings('IND-11', indicator(said(...groups)))).toEqual([
      'i1 values/2024/T/-/value',
      'i1 values/2025/T/-/value',
    ])
  })

  it('CK24 what they name are gaps without crumbs, and years', () => {
    const valuesOf = (check: 'IND-06' | 'IND-08' | 'IND-11', more: IndicatorParts) =>
      findingsBy(check, indicator(more)).map(({ values }) => values)
    expect(valuesOf('IND-06', said(inYear(2025, { K: 7.5, M: 10.1, T: 8.9 })))).toEqual([{ gap: 2.6 }])
    expect(valuesOf('IND-06', { decimals: 2, ...said(inYear(2025, { K: 0.25, M: 0.31, T: 0.28 })) })).toEqual(
      [{ gap: 0.06 }],
    )
    expect(valuesOf('IND-08', totals(2021))).toEqual([{ year: '2021' }])
    expect(valuesOf('IND-11', said(inYear(2025, { K: 7, M: 10, T: 20 })))).toEqual([{ year: '2025' }])
  })

  it('CK25 a facilitator’s limits are asked instead, and a check that is off says nothing', () => {
    const few = limits('IND-03', { params: { minYears: 1 } })
    expect(foundBy('IND-03', { ...indicator(totals(2025)), ...few })).toEqual([])
    expect(foundBy('IND-03', { ...indicator(), ...few })).toEqual(['i1'])
    const narrow = indicator(said(inYear(2025, { K: 49, M: 51, T: 50 })))
    expect(foundBy('IND-06', { ...narrow, ...limits('IND-06', { params: { gapPoints: 2 } }) })).toEqual([
      'i1',
    ])
    expect(foundBy('IND-06', { ...narrow, ...limits('IND-06', { params: { gapRelative: 0.04 } }) })).toEqual([
      'i1',
    ])
    const old = limits('IND-08', { params: { maxAgeYears: 3 } })
    expect(foundBy('IND-08', { ...indicator(totals(2023)), ...old })).toEqual([])
    expect(foundBy('IND-10', { ...indicator(), ...limits('IND-10', { off: true }) })).toEqual([])
  })

  it('CK26 a goal that was dropped holds no indicator', () => {
    const dropped: ItemParts = { goal: [{ indicatorIds: ['i1'], status: 'dropped' }] }
    expect(foundBy('IND-02', indicator({}, dropped))).toEqual([])
    expect(foundBy('IND-07', indicator({ level: 'input' }, dropped))).toEqual([])
    expect(foundBy('IND-10', indicator({}, dropped))).toEqual(['i1'])
  })
})
