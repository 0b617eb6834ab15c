import type { TypedItem } from '../items/typed.ts'
import { fundedGoals, goalsOf, isUnit, linked, servedGoals, takenUpGoals } from './connections.ts'
import type { CheckedPlan, Checks } from './define.ts'
import { findsEach } from './found.ts'
import { atItem, atKind, isBlank } from './place.ts'

/* Goals. */

const finds = findsEach('goal', goalsOf)

export const goalChecks: Checks<
  | 'GOAL-01'
  | 'GOAL-02'
  | 'GOAL-03'
  | 'GOAL-04'
  | 'GOAL-05'
  | 'GOAL-06'
  | 'GOAL-07'
  | 'GOAL-08'
  | 'GOAL-09'
  | 'GOAL-10'
  | 'GOAL-11'
  | 'GOAL-12'
  | 'GOAL-13'
  | 'GOAL-14'
> = {
  'GOAL-01': finds(
    (goal, plan) => indicatorsOf(goal, plan).length === 0 && isBlank(goal.qualitativeAssessment),
    'indicatorIds',
  ),
  'GOAL-02': finds(
    ({ evidenceIds }, plan) => linked(plan, 'evidence', evidenceIds).length === 0,
    'evidenceIds',
  ),
  'GOAL-03': (plan, { maxGoals }) => {
    const n = goalsOf(plan).length
    return n > maxGoals ? [atKind(plan, 'goal', { n })] : []
  },
  'GOAL-04': (plan, { maxPerGoal, maxIndicators }) => {
    const n = plan.items('indicator').length
    return [
      ...(n > maxIndicators ? [atKind(plan, 'indicator', { n, max: maxIndicators })] : []),
      ...goalsOf(plan).flatMap((goal) => {
        const own = indicatorsOf(goal, plan).length
        if (own <= maxPerGoal) return []
        const values = { n: own, max: maxPerGoal }
        return { ...atItem('goal', goal, 'indicatorIds'), values }
      }),
    ]
  },
  'GOAL-05': (plan, { lowInfluence }) =>
    goalsOf(plan)
      .filter(({ influence }) => influence !== null && influence <= lowInfluence)
      .filter((goal) => partiesOf(goal, plan).length === 0)
      .map((goal) => atItem('goal', goal, 'sharedWith')),
  // A finding for each party: each has to be asked.
  'GOAL-06': (plan) =>
    goalsOf(plan).flatMap((goal) =>
      partiesOf(goal, plan)
        .filter(({ commitment }) => isBlank(commitment))
        .map(({ stakeholderId: party }) => ({
          ...atItem('goal', goal, `sharedWith/${party}/commitment`),
          values: { party },
        })),
    ),
  'GOAL-07': finds(
    ({ targetGroupIds }, plan) => linked(plan, 'targetGroup', targetGroupIds).length === 0,
    'targetGroupIds',
  ),
  'GOAL-08': finds((goal, plan) => {
    const indicators = indicatorsOf(goal, plan)
    return indicators.length > 0 && !indicators.some((indicator) => isAimed(indicator, plan))
  }, 'indicatorIds'),
  'GOAL-09': finds(({ id }, plan) => !takenUpGoals(plan).has(id)),
  'GOAL-10': finds(
    ({ resultOwner: { unitId, role } }, plan) => !isUnit(plan, unitId) && isBlank(role),
    'resultOwner/unitId',
  ),
  'GOAL-11': finds(({ equalityNote }) => isBlank(equalityNote), 'equalityNote'),
  'GOAL-12': finds(({ id }, plan) => !servedGoals(plan).has(id)),
  'GOAL-13': finds(({ id }, plan) => !fundedGoals(plan).has(id)),
  'GOAL-14': finds(({ assessmentRoutine }) => isBlank(assessmentRoutine), 'assessmentRoutine'),
}

const indicatorsOf = ({ indicatorIds }: TypedItem<'goal'>, plan: CheckedPlan) =>
  linked(plan, 'indicator', indicatorIds)

const partiesOf = ({ sharedWith }: TypedItem<'goal'>, plan: CheckedPlan) =>
  sharedWith.filter(({ stakeholderId }) => plan.item('stakeholder', stakeholderId))

/** Whether it has a target for this plan: one of an earlier plan, for a year before this one, is none. */
const isAimed = ({ targets }: TypedItem<'indicator'>, { settings }: CheckedPlan): boolean => {
  const begins = Number(settings.period?.from.slice(0, 4) ?? 0)
  return targets.some(({ year, value }) => value !== null && year >= begins)
}
