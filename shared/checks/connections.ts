import type { ItemKind } from '../items/index.ts'
import type { TypedItem } from '../items/typed.ts'
import type { CheckedPlan } from './define.ts'
import { once } from './found.ts'

/*
 * What goals, indicators, money and activities have to do with each other. A goal that was dropped and an activity
 * that was cancelled stay in the plan as a record: nothing more is asked of them, and they carry nothing. A link to
 * what is in the wastebasket, or was never there, is none.
 */

export const goalsOf = once(({ items }) => items('goal').filter(({ status }) => status !== 'dropped'))

export const activitiesOf = once(({ items }) =>
  items('activity').filter(({ status }) => status !== 'cancelled'),
)

/** Those between a goal and an activity that both count. */
export const contributionsOf = once((plan): readonly TypedItem<'contribution'>[] => {
  const goals = idsOf(goalsOf(plan))
  const activities = idsOf(activitiesOf(plan))
  return plan
    .items('contribution')
    .filter(({ activityId, goalId }) => activities.has(activityId) && goals.has(goalId))
})

/** Goals that some activity does something for. */
export const servedGoals = once(
  (plan): ReadonlySet<string> =>
    new Set(contributionsOf(plan).flatMap(({ goalId, score }) => ((score ?? 0) >= 1 ? goalId : []))),
)

/** What each activity does for all goals together; one that does nothing is not there. */
export const reachOf = once((plan): ReadonlyMap<string, number> => {
  const reach = new Map<string, number>()
  for (const { activityId, score } of contributionsOf(plan))
    if (score) reach.set(activityId, (reach.get(activityId) ?? 0) + score)
  return reach
})

export const fundedGoals = once(
  ({ items }): ReadonlySet<string> => new Set(items('allocation').flatMap(({ goalIds }) => goalIds)),
)

/** Indicators that some goal is measured by. */
export const aimedIndicators = once(
  (plan): ReadonlySet<string> => new Set(goalsOf(plan).flatMap(({ indicatorIds }) => indicatorIds)),
)

/** Goals that some other plan has taken up. */
export const takenUpGoals = once(
  ({ items }): ReadonlySet<string> => new Set(items('planLink').map(({ goalId }) => goalId)),
)

/** Those of the linked items that are there. */
export const linked = <Name extends ItemKind>(
  plan: CheckedPlan,
  kind: Name,
  ids: readonly string[],
): readonly TypedItem<Name>[] => ids.flatMap((id) => plan.item(kind, id) ?? [])

/** Whether it is one of the units that the plan has. */
export const isUnit = ({ settings }: CheckedPlan, unitId: string): boolean =>
  settings.units.some(({ id }) => id === unitId)

const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id))
