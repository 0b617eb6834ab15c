import { activitiesOf, fundedGoals, goalsOf } from './connections.ts'
import type { CheckedPlan, Checks, Found } from './define.ts'
import { findsEach, rounded } from './found.ts'
import type { Allocation, Year } from './money.ts'
import { averageChanges, changeOf, deviationsOf, spendingOf, yearsOf } from './money.ts'
import { atItem, isBlank } from './place.ts'

/* Money, and why it goes where it goes. */

const allocationsOf = ({ items }: CheckedPlan) => items('allocation')
const finds = findsEach('allocation', allocationsOf)

export const resourceChecks: Checks<
  'RES-01' | 'RES-02' | 'RES-03' | 'RES-04' | 'RES-05' | 'RES-06' | 'RES-07' | 'RES-08' | 'RES-09'
> = {
  'RES-01': (plan) =>
    yearsOf(plan)
      .filter((year) => leftOf(year) < 0)
      .map((year) => aboutYear(plan, year)),
  'RES-02': (plan) =>
    yearsOf(plan)
      .filter((year) => leftOf(year) > 0)
      .map((year) => aboutYear(plan, year)),
  'RES-03': (plan) =>
    allocationsOf(plan).flatMap((one) => {
      const field = (['reasonWhy', 'reasonHow'] as const).find((name) => isBlank(one[name]))
      return field ? atItem('allocation', one, field) : []
    }),
  'RES-04': (plan, { devPoints }) =>
    allocationsOf(plan).flatMap((one) => {
      const change = changeOf(one)
      const avg = averageChanges(plan).get(one.year)
      if (change === null || avg === undefined || hasGrounds(one)) return []
      if (rounded(Math.abs(change - avg), 9) <= devPoints) return []
      const values = { change: rounded(change, 1), avg: rounded(avg, 1) }
      return { ...atItem('allocation', one, 'grounds'), values }
    }),
  'RES-05': (plan, { perCapitaDev }) =>
    allocationsOf(plan).flatMap((one) => {
      const deviation = deviationsOf(plan).get(one) ?? 0
      if (rounded(Math.abs(deviation), 9) <= perCapitaDev || isFactual(one)) return []
      return { ...atItem('allocation', one, 'grounds'), values: { dev: rounded(deviation * 100, 1) } }
    }),
  'RES-06': finds(
    ({ grounds, decisionRef }) =>
      grounds.some(({ type }) => type === 'politicalPriority') && isBlank(decisionRef),
    'decisionRef',
  ),
  'RES-07': (plan) =>
    goalsOf(plan)
      .filter(({ id, priority }) => priority === 1 && !fundedGoals(plan).has(id))
      .map((goal) => atItem('goal', goal)),
  'RES-08': finds(({ equityAssessment }) => isBlank(equityAssessment), 'equityAssessment'),
  // Where an allocation is asked for more than it has, everybody who asks is told: only they know who gives way.
  'RES-09': (plan) =>
    activitiesOf(plan).flatMap((one): readonly Found[] => {
      if (!((one.cost?.amount ?? 0) > 0)) return []
      const allocation = plan.item('allocation', one.cost?.allocationId ?? '')
      if (!allocation) return [atItem('activity', one, 'cost/allocationId')]
      const asked = rounded(spendingOf(plan).get(allocation.id) ?? 0, 6)
      return asked > (allocation.developmentFunds ?? 0) ? [atItem('activity', one, 'cost/amount')] : []
    }),
}

/** Amounts are whole numbers as a rule; where they are not, they are told to the second decimal. */
const leftOf = ({ total, given }: Year): number => rounded(total - given, 2)

const aboutYear = ({ settings }: CheckedPlan, year: Year): Found => ({
  ...atItem('resourceFrame', year.frame, 'total'),
  values: { diff: Math.abs(leftOf(year)), unit: settings.amountUnit ?? '' },
})

const hasGrounds = ({ grounds }: Allocation): boolean =>
  grounds.some(({ type, description }) => type !== null || !isBlank(description))

const factual: ReadonlySet<string> = new Set(['demographic', 'socioeconomic', 'geographic', 'statutory'])

const isFactual = ({ grounds }: Allocation): boolean =>
  grounds.some(({ type }) => type !== null && factual.has(type))
