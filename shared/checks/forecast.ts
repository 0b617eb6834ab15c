import type { TypedItem } from '../items/typed.ts'
import type { Band } from './ages.ts'
import { bandOf, peopleBetween } from './ages.ts'

/* What a forecast of the population answers by itself, beside the questions that ask it. */

export type Forecast = Pick<TypedItem<'populationForecast'>, 'baseYear' | 'alternative' | 'rows'>

/** From the forecast's first year to a later one. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly year: number
  readonly difference: number
  /** Of what it was; null where there was nothing. */
  readonly percent: number | null
}

/** `changes` after about five and ten years; none where the age groups do not allow it. */
export type ForecastHint =
  | { readonly is: 'growth'; readonly changes: readonly Change[] }
  | { readonly is: 'older'; readonly age: 65 | 80; readonly changes: readonly Change[] }
  /** People of other ages for each hundred aged 20–64. */
  | { readonly is: 'dependency'; readonly changes: readonly Change[] }
  | {
      readonly is: 'babyBoom'
      /** The youngest age group, as the forecast calls it. */
      readonly age: string
      readonly changes: readonly Change[]
      readonly peak: { readonly year: number; readonly value: number }
    }

/** Which questions of the processes it answers; the combined process puts their origin before their names. */
const asked: ReadonlyMap<string, readonly ForecastHint['is'][]> = new Map([
  ['mission.q1', ['growth']],
  ['mission.q2', ['older', 'dependency']],
  ['mission.q3', ['babyBoom']],
  ['insight.q2', ['growth', 'older', 'dependency']],
])

const wantedBy = (questionId: string) => asked.get(questionId.replace(/^(skr|lhl)\./, ''))

export const isForecastQuestion = (questionId: string): boolean => wantedBy(questionId) !== undefined

/** What the plan's forecast says to a question; nothing where it cannot tell. */
export const forecastHints = (
  questionId: string,
  forecasts: readonly Forecast[],
): readonly ForecastHint[] => {
  const wanted = wantedBy(questionId)
  const forecast = wanted && leading(forecasts)
  if (!wanted || !forecast) return []
  const known = populationOf(forecast)
  return wanted.flatMap((one) => makers[one](known))
}

/** The main alternative of the latest year. */
const leading = (forecasts: readonly Forecast[]): Forecast | undefined =>
  forecasts
    .filter(({ baseYear, rows }) => baseYear !== null && rows.length > 0)
    .toSorted(
      (a, b) =>
        Number(b.alternative === 'main') - Number(a.alternative === 'main') ||
        (b.baseYear ?? 0) - (a.baseYear ?? 0),
    )[0]

interface Population {
  readonly base: number
  /** About five and ten years after the base. */
  readonly later: readonly number[]
  /** By year, in their order. */
  readonly years: ReadonlyMap<number, readonly Band[]>
}

const populationOf = ({ baseYear, rows }: Forecast): Population => {
  const base = baseYear ?? 0
  const inYear = Map.groupBy(rows, ({ year }) => year)
  const years = new Map(
    [...inYear.keys()]
      .filter((year) => year >= base)
      .sort((a, b) => a - b)
      .map((year) => [year, bandsOf(inYear.get(year) ?? [])]),
  )
  return { base, later: horizonsFrom(base, [...years.keys()]), years }
}

/** A total that is not said is that of women and men. */
const bandsOf = (rows: Forecast['rows']): readonly Band[] =>
  [...Map.groupBy(rows, ({ ageGroup }) => ageGroup)].map(([name, own]) => {
    const of = (sex: 'T' | 'K' | 'M') => own.find(({ gender }) => gender === sex)?.value ?? null
    const [women, men] = [of('K'), of('M')]
    return bandOf(name, of('T') ?? (women === null || men === null ? null : women + men))
  })

/** A forecast may leave years out: the nearest it has, no more than five years off. */
const horizonsFrom = (base: number, years: readonly number[]): readonly number[] => {
  const nearest = [base + 5, base + 10].flatMap((wanted) => {
    const off = (year: number) => Math.abs(year - wanted)
    return years.filter((year) => year > base && off(year) <= 5).sort((a, b) => off(a) - off(b))[0] ?? []
  })
  return [...new Set(nearest)]
}

/** Nothing unless both years can be told. */
const changesOf = (
  { base, later, years }: Population,
  count: (bands: readonly Band[]) => number | null,
): readonly Change[] => {
  const from = count(years.get(base) ?? [])
  if (from === null) return []
  return later.flatMap((year) => {
    const to = count(years.get(year) ?? [])
    if (to === null) return []
    return { from, to, year, difference: to - from, percent: from === 0 ? null : ((to - from) / from) * 100 }
  })
}

type Maker = (known: Population) => readonly ForecastHint[]

const someOf = (hint: ForecastHint): readonly ForecastHint[] => (hint.changes.length > 0 ? [hint] : [])

const olderThan =
  (age: 65 | 80): Maker =>
  (known) =>
    someOf({ is: 'older', age, changes: changesOf(known, (bands) => peopleBetween(bands, age, null)) })

/** (0–19 and 65+) for each hundred aged 20–64. */
const dependency = (bands: readonly Band[]): number | null => {
  const young = peopleBetween(bands, 0, 19)
  const working = peopleBetween(bands, 20, 64)
  const old = peopleBetween(bands, 65, null)
  return young === null || old === null || !working ? null : ((young + old) / working) * 100
}

const babyBoom: Maker = (known) => {
  const age = (known.years.get(known.base) ?? []).find(({ span }) => span?.from === 0)?.name
  if (age === undefined) return []
  const count = (bands: readonly Band[]) => bands.find(({ name }) => name === age)?.people ?? null
  const counted = [...known.years].flatMap(([year, bands]) => {
    const value = count(bands)
    return value === null ? [] : { year, value }
  })
  const [first, ...rest] = counted
  if (!first) return []
  const peak = rest.reduce((most, one) => (one.value > most.value ? one : most), first)
  return someOf({ is: 'babyBoom', age, changes: changesOf(known, count), peak })
}

const makers: Readonly<Record<ForecastHint['is'], Maker>> = {
  growth: (known) =>
    someOf({ is: 'growth', changes: changesOf(known, (bands) => peopleBetween(bands, 0, null)) }),
  older: (known) => [...olderThan(65)(known), ...olderThan(80)(known)],
  dependency: (known) => someOf({ is: 'dependency', changes: changesOf(known, dependency) }),
  babyBoom,
}
