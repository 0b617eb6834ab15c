import type { TypedItem } from '../items/typed.ts'
import { activitiesOf, contributionsOf, isUnit, linked, reachOf } from './connections.ts'
import type { CheckedPlan, Checks, Found } from './define.ts'
import { findsEach, once } from './found.ts'
import { atItem, isBlank } from './place.ts'

/* What is done. Days are compared as the words they are written in. */

type Activity = TypedItem<'activity'>

const finds = findsEach('activity', activitiesOf)

export const activityChecks: Checks<
  | 'ACT-01'
  | 'ACT-02'
  | 'ACT-03'
  | 'ACT-04'
  | 'ACT-05'
  | 'ACT-06'
  | 'ACT-07'
  | 'ACT-08'
  | 'ACT-09'
  | 'ACT-10'
  | 'ACT-11'
  | 'ACT-12'
  | 'ACT-13'
> = {
  'ACT-01': finds(({ why }) => isBlank(why), 'why'),
  'ACT-02': finds(({ what, subActivities }) => isBlank(what) && subActivities.length === 0, 'what'),
  'ACT-03': finds(
    ({ how, involvedStakeholderIds, cost }, plan) =>
      isBlank(how) &&
      linked(plan, 'stakeholder', involvedStakeholderIds).length === 0 &&
      typeof cost?.amount !== 'number' &&
      typeof cost?.fte !== 'number',
    'how',
  ),
  'ACT-04': (plan) =>
    activitiesOf(plan).flatMap((one) => {
      const field = (['start', 'end'] as const).find((name) => isBlank(one[name]))
      return field ? atItem('activity', one, field) : []
    }),
  'ACT-05': finds(({ followUp }) => isBlank(followUp?.method), 'followUp/method'),
  'ACT-06': finds(({ id }, plan) => !reachOf(plan).has(id)),
  'ACT-07': (plan) =>
    contributionsOf(plan)
      .filter(({ score, rationale }) => (score ?? 0) >= 2 && isBlank(rationale))
      .map((one) => ({
        ...atItem('contribution', one, 'rationale'),
        entityId: one.activityId,
        values: { goal: one.goalId },
      })),
  'ACT-08': (plan) =>
    activitiesOf(plan).flatMap((one) => {
      const field = isReversed(one) ? 'end' : dayOutside(one, plan.settings.period)
      return field ? atItem('activity', one, field) : []
    }),
  'ACT-09': (plan) =>
    activitiesOf(plan).flatMap((one) => one.subActivities.flatMap((part) => partOutside(one, part))),
  'ACT-10': finds(({ responsibleUnitId }, plan) => !isUnit(plan, responsibleUnitId), 'responsibleUnitId'),
  'ACT-11': finds(
    ({ remediesShortcoming, evidenceIds }, plan) =>
      remediesShortcoming && linked(plan, 'evidence', evidenceIds).length === 0,
    'evidenceIds',
  ),
  'ACT-12': (plan, { lowScore }) =>
    activitiesOf(plan)
      .filter((one) => isCostly(one, plan) && (reachOf(plan).get(one.id) ?? 0) <= lowScore)
      .map((one) => atItem('activity', one, 'cost/amount')),
  'ACT-13': finds(({ end, status }, { asOf }) => !isBlank(end) && end < asOf && status !== 'done', 'status'),
}

interface Days {
  readonly start: string
  readonly end: string
}

const isReversed = ({ start, end }: Days): boolean => !isBlank(start) && !isBlank(end) && end < start

/** Which of the two days lies outside, of those that are said. */
const dayOutside = (
  days: Days,
  around: { readonly from: string; readonly to: string } | undefined,
): 'start' | 'end' | undefined =>
  (['start', 'end'] as const).find((name) => {
    const day = days[name]
    if (isBlank(day) || !around) return false
    return (around.from !== '' && day < around.from) || (around.to !== '' && day > around.to)
  })

const partOutside = (whole: Activity, part: Activity['subActivities'][number]): readonly Found[] => {
  if (part.status === 'cancelled') return []
  const field = dayOutside(part, { from: whole.start, to: whole.end })
  if (!field) return []
  return [{ ...atItem('activity', whole, `subActivities/${part.id}/${field}`), entityId: part.id }]
}

/** What those activities cost that cost anything, the cheapest first. */
const costsOf = once((plan) =>
  activitiesOf(plan)
    .flatMap(({ cost }) => ((cost?.amount ?? 0) > 0 ? (cost?.amount ?? 0) : []))
    .sort((a, b) => a - b),
)

/** Whether it is in the plan's dearest quarter: three quarters of all that cost anything cost less. */
const isCostly = ({ cost }: Activity, plan: CheckedPlan): boolean => {
  const amount = cost?.amount ?? 0
  const costs = costsOf(plan)
  const dearestOfCheap = costs[Math.ceil(costs.length * 0.75) - 1] ?? 0
  return amount > 0 && amount > dearestOfCheap
}
