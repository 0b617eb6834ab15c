import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { bandOf, peopleBetween } from '../../shared/checks/ages.ts'
import type { Forecast } from '../../shared/checks/forecast.ts'
import { forecastHints, isForecastQuestion } from '../../shared/checks/forecast.ts'
import { adviceOn } from '../../shared/checks/influence.ts'
import { looksLikePerson } from '../../shared/checks/person.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import { templates } from '../../shared/templates/index.ts'
import { planReadOf, sampleFile } from '../support/sample-checks.ts'
import { groups, persons } from '../support/party-names.ts'

/* What is computed beside the text: forecasts, influence, names. */

const planOf = (language: 'sv' | 'nb') => {
  const file = sampleFile(language)
  return checkedPlan(planReadOf(file), file.asOf)
}
const forecastsOf = (language: 'sv' | 'nb') => planOf(language).items('populationForecast')

/** Rows of totals: `{ 2025: { '0-5': 100 } }`. */
const forecast = (years: Readonly<Record<number, Readonly<Record<string, number>>>>): Forecast => ({
  baseYear: Number(Object.keys(years)[0]),
  alternative: 'main',
  rows: Object.entries(years).flatMap(([year, groupsIn]) =>
    Object.entries(groupsIn).map(([ageGroup, value]) => ({
      year: Number(year),
      ageGroup,
      gender: 'T' as const,
      value,
    })),
  ),
})
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Math.round(one * 10) / 10 : one)),
  )

describe('what the forecast says', () => {
  it('CK14 whether the population grows: five and ten years on, in persons and percent', () => {
    expect(rounded(forecastHints('mission.q1', forecastsOf('sv')))).toEqual([
      {
        is: 'growth',
        changes: [
          { from: 24810, to: 24684, year: 2030, difference: -126, percent: -0.5 },
          { from: 24810, to: 24570, year: 2035, difference: -240, percent: -1 },
        ],
      },
    ])
  })

  it('CK14 whether the old become more, and how many there are for each of working age', () => {
    expect(rounded(forecastHints('mission.q2', forecastsOf('sv')))).toEqual([
      {
        is: 'older',
        age: 65,
        changes: [
          { from: 6318, to: 6893, year: 2030, difference: 575, percent: 9.1 },
          { from: 6318, to: 7351, year: 2035, difference: 1033, percent: 16.4 },
        ],
      },
      {
        is: 'older',
        age: 80,
        changes: [
          { from: 2153, to: 2755, year: 2030, difference: 602, percent: 28 },
          { from: 2153, to: 3335, year: 2035, difference: 1182, percent: 54.9 },
        ],
      },
      {
        is: 'dependency',
        changes: [
          { from: 89.7, to: 96.6, year: 2030, difference: 6.9, percent: 7.7 },
          { from: 89.7, to: 102.1, year: 2035, difference: 12.3, percent: 13.7 },
        ],
      },
    ])
  })

  it('CK14 whether there is a baby boom: the youngest group, and when it is largest', () => {
    expect(rounded(forecastHints('mission.q3', forecastsOf('sv')))).toEqual([
      {
        is: 'babyBoom',
        age: '0-5',
        changes: [
          { from: 1458, to: 1361, year: 2030, difference: -97, percent: -6.7 },
          { from: 1458, to: 1368, year: 2035, difference: -90, percent: -6.2 },
        ],
        peak: { year: 2025, value: 1458 },
      },
    ])
  })

  it('CK14 what the age groups do not allow is not said: 65 lies inside 20–66', () => {
    const hints = forecastHints('insight.q2', forecastsOf('nb'))
    expect(hints.map((hint) => [hint.is, 'age' in hint ? hint.age : null])).toEqual([
      ['growth', null],
      ['older', 80],
    ])
    expect(hints.map(({ changes }) => changes.map(({ year, to }) => [year, to]))).toEqual([
      [
        [2030, 9622],
        [2040, 9604],
      ],
      [
        [2030, 880],
        [2040, 1325],
      ],
    ])
  })

  it('CK14 a total that is not said is that of women and men', () => {
    const rows = must(forecastsOf('sv')[0]).rows.filter(({ gender }) => gender !== 'T')
    const split = { baseYear: 2025, alternative: 'main', rows } as const
    expect(forecastHints('mission.q1', [split])).toEqual(forecastHints('mission.q1', forecastsOf('sv')))
  })

  it('CK14 nothing is said of groups that overlap or leave ages out, nor of years too far off', () => {
    const of = (...groupsIn: readonly string[]) =>
      forecastHints('mission.q1', [
        forecast({
          2025: Object.fromEntries(groupsIn.map((group) => [group, 10])),
          2030: Object.fromEntries(groupsIn.map((group) => [group, 10])),
        }),
      ])
    expect(of('0-64', '65+')).toHaveLength(1)
    expect(of('0-64', '60+')).toEqual([])
    expect(of('0-64', '66+')).toEqual([])
    expect(of('0-64', '65-79')).toEqual([])
    expect(of('1-64', '65+')).toEqual([])
    expect(forecastHints('mission.q1', [forecast({ 2025: { '0+': 1 }, 2041: { '0+': 2 } })])).toEqual([])
    expect(forecastHints('mission.q1', [forecast({ 2025: { '0+': 1 } })])).toEqual([])
  })

  it('CK14 the main alternative of the latest year is asked', () => {
    const old = forecast({ 2020: { '0+': 5 }, 2025: { '0+': 6 } })
    const main = forecast({ 2025: { '0+': 10 }, 2030: { '0+': 20 } })
    const low = { ...forecast({ 2026: { '0+': 1 }, 2031: { '0+': 1 } }), alternative: 'low' } as const
    const [hint] = forecastHints('mission.q1', [old, low, main])
    expect(hint?.changes).toEqual([{ from: 10, to: 20, year: 2030, difference: 10, percent: 100 }])
  })

  it('CK14 without a forecast, or to another question, nothing is said', () => {
    expect(forecastHints('mission.q1', [])).toEqual([])
    expect(forecastHints('mission.q4', forecastsOf('sv'))).toEqual([])
    expect(forecastHints('toString', forecastsOf('sv'))).toEqual([])
  })

  it('CK14 every process has questions it answers', () => {
    const asked = templates.map(({ steps }) =>
      steps
        .flatMap(({ guidingQuestions }) => guidingQuestions.map(({ id }) => id as string))
        .filter(isForecastQuestion),
    )
    expect(asked.map((ids) => ids.sort())).toEqual(
      expect.arrayContaining([
        ['mission.q1', 'mission.q2', 'mission.q3'],
        ['insight.q2'],
        ['lhl.insight.q2', 'skr.mission.q1', 'skr.mission.q2', 'skr.mission.q3'],
      ]),
    )
  })
})

describe('age groups', () => {
  it.each([
    ['0-5', 0, 5],
    ['20–64', 20, 64],
    ['6 – 15 år', 6, 15],
    ['65 til 79', 65, 79],
    ['65 to 79 years', 65, 79],
    ['80+', 80, null],
    ['80 +', 80, null],
    ['105+ år', 105, null],
    ['80-w', 80, null],
    ['80 år och äldre', 80, null],
    ['80 år og eldre', 80, null],
    ['100 and over', 100, null],
    ['7', 7, 7],
    ['000', 0, 0],
  ])('CK15 %s is from %s to %s', (name, from, to) => {
    expect(bandOf(name, 1).span).toEqual({ from, to })
  })

  it.each(['Alla', 'totalt', '64-20', 'under 5', 'x-5', ''])('CK15 %s says no ages', (name) => {
    expect(bandOf(name, 1).span).toBeNull()
  })

  it('CK15 people are counted only where the groups fill the ages exactly', () => {
    const bands = [bandOf('6-19', 2), bandOf('0-5', 1), bandOf('20-64', 4), bandOf('65+', 8)]
    expect(peopleBetween(bands, 0, 19)).toBe(3)
    expect(peopleBetween(bands, 65, null)).toBe(8)
    expect(peopleBetween(bands, 0, null)).toBe(15)
    expect(peopleBetween(bands, 0, 18)).toBeNull()
    expect(peopleBetween(bands, 80, null)).toBeNull()
    expect(peopleBetween([...bands, bandOf('80+', null)], 0, null)).toBeNull()
    expect(peopleBetween([], 0, null)).toBeNull()
  })
})

describe('the influence assistant', () => {
  const withParty = (commitment: string) => [{ stakeholderId: 's1', commitment }]
  it.each([
    [5, '', [], 'goal'],
    [4, '', [], 'goal'],
    [3, '', [], 'goalWithReason'],
    [3, 'Our own schools', [], 'goal'],
    [2, '', withParty('Opens its doors'), 'sharedGoal'],
    [1, '', [...withParty(''), { stakeholderId: 's2', commitment: 'Pays half' }], 'sharedGoal'],
    [2, '', withParty(' '), 'sharedGoalAskCommitment'],
    [2, '', [], 'indicatorOnly'],
    [1, '', [], 'indicatorOnly'],
    [null, '', [], null],
  ] as const)(
    'CK16 influence %s, because “%s”, with %j: %s',
    (influence, influenceRationale, sharedWith, advice) => {
      expect(adviceOn({ influence, influenceRationale, sharedWith })).toBe(advice)
    },
  )
})

describe('names of stakeholders', () => {
  it.each(persons)('CK17 %s looks like a person', (name) => {
    expect(looksLikePerson(name)).toBe(true)
  })

  it.each(groups)('CK17 %s does not look like a person', (name) => {
    expect(looksLikePerson(name)).toBe(false)
  })

  it('CK17 nobody in the sample plans is taken for a person', () => {
    const names = (['sv', 'nb'] as const).flatMap((one) =>
      planOf(one)
        .items('stakeholder')
        .map(({ name }) => name),
    )
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(looksLikePerson)).toEqual([])
  })

  it('CK17 there are enough names to judge', () => {
    expect(persons.length).toBeGreaterThanOrEqual(40)
    expect(groups.length).toBeGreaterThanOrEqual(60)
  })
})
