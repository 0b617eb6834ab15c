import { keyPath } from '../items/item.ts'
import type { TypedItem } from '../items/typed.ts'
import { aimedIndicators } from './connections.ts'
import type { CheckedPlan, Checks } from './define.ts'
import { findsEach, rounded } from './found.ts'
import { atItem } from './place.ts'
import type { Reading, Split } from './series.ts'
import { isSplit, latestOf, seriesOf } from './series.ts'

/* Indicators. Years are told as words: they have no thousands. */

type Indicator = TypedItem<'indicator'>

const indicatorsOf = ({ items }: CheckedPlan) => items('indicator')
const finds = findsEach('indicator', indicatorsOf)

export const indicatorChecks: Checks<
  | 'IND-01'
  | 'IND-02'
  | 'IND-03'
  | 'IND-04'
  | 'IND-05'
  | 'IND-06'
  | 'IND-07'
  | 'IND-08'
  | 'IND-09'
  | 'IND-10'
  | 'IND-11'
  | 'IND-12'
> = {
  'IND-01': finds(
    ({ baseline }) => [baseline?.value, baseline?.K, baseline?.M].every((one) => typeof one !== 'number'),
    'baseline/value',
  ),
  'IND-02': finds(
    ({ id, targets }, plan) => aimedIndicators(plan).has(id) && targets.every(({ value }) => value === null),
    'targets',
  ),
  'IND-03': (plan, { minYears }) =>
    indicatorsOf(plan)
      .filter((one) => seriesOf(one).overall.filter(({ T }) => T !== undefined).length < minYears)
      .map((one) => atItem('indicator', one, 'values')),
  'IND-04': finds((one) => one.personRelated && !seriesOf(one).all.some(isSplit), 'values'),
  'IND-05': finds(
    ({ comparisons }) => !comparisons.some(({ values }) => values.some(({ value }) => value !== null)),
    'comparisons',
  ),
  // Of the latest year in which both are known.
  'IND-06': (plan, limits) =>
    indicatorsOf(plan).flatMap((one) => {
      const latest = latestOf(seriesOf(one).overall.filter(isSplit))
      if (!latest || !isWide(one, latest, limits)) return []
      const gap = rounded(gapIn(latest), Math.max(one.decimals ?? 1, 1))
      return { ...atItem('indicator', one, 'values'), values: { gap } }
    }),
  'IND-07': finds(
    ({ id, level }, plan) => (level === 'input' || level === 'activity') && aimedIndicators(plan).has(id),
    'level',
  ),
  'IND-08': (plan, { maxAgeYears }) =>
    indicatorsOf(plan).flatMap((one) => {
      const year = latestOf(seriesOf(one).overall)?.year
      if (year === undefined || Number(plan.asOf.slice(0, 4)) - year <= maxAgeYears) return []
      return { ...atItem('indicator', one, 'values'), values: { year: String(year) } }
    }),
  'IND-09': (plan) => {
    const goals = plan.steps.find(({ id }) => id === plan.home('goal'))?.state
    if (goals?.is !== 'agreed') return []
    // Days are compared: what was made on the very day may have been there when they agreed.
    const agreed = goals.at.slice(0, 10)
    return indicatorsOf(plan)
      .filter(({ createdAt }) => createdAt > agreed)
      .map((one) => atItem('indicator', one))
  },
  'IND-10': finds(
    ({ id, monitorOnly }, plan) => !monitorOnly && !aimedIndicators(plan).has(id),
    'monitorOnly',
  ),
  'IND-11': (plan) =>
    indicatorsOf(plan).flatMap((one) =>
      firstOfEachYear(seriesOf(one).all.filter((reading) => isAstray(reading, one))).map(
        ({ year, group }) => ({
          ...atItem('indicator', one, `values/${keyPath([String(year), 'T', group ?? undefined])}/value`),
          values: { year: String(year) },
        }),
      ),
    ),
  'IND-12': finds((one) => latestOf(seriesOf(one).overall)?.isPreliminary === true, 'values'),
}

const isPercent = ({ unit }: Indicator): boolean => /^\s*(%|per ?cent|procent|prosent)/i.test(unit)

/** Without the crumbs of binary fractions: 10.1 − 7.5 is 2.6. */
const gapIn = ({ K, M }: Pick<Split, 'K' | 'M'>): number => rounded(Math.abs(K - M), 9)

const isWide = (
  one: Indicator,
  { K, M, T }: Split,
  { gapPoints, gapRelative }: { readonly gapPoints: number; readonly gapRelative: number },
): boolean => {
  const gap = gapIn({ K, M })
  if (gap === 0) return false
  return (
    (isPercent(one) && gap >= gapPoints) ||
    (T !== undefined && T !== 0 && rounded(gap / Math.abs(T), 9) >= gapRelative)
  )
}

/** A total lies between women's and men's values, unless it counts them: then it may be their sum. */
const isAstray = (reading: Reading, one: Indicator): boolean => {
  const { T } = reading
  if (T === undefined || !isSplit(reading)) return false
  const { K, M } = reading
  const isSum = !isPercent(one) && rounded(K + M - T, 9) === 0
  return !isSum && (T < Math.min(K, M) || T > Math.max(K, M))
}

const firstOfEachYear = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ year }, at) => readings[at - 1]?.year !== year)
