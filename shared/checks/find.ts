import { activityChecks } from './activities.ts'
import type { CheckedPlan, Checks, Finding, Found, Params } from './define.ts'
import { generalChecks } from './general.ts'
import { goalChecks } from './goals.ts'
import { indicatorChecks } from './indicators.ts'
import { knowledgeChecks } from './knowledge.ts'
import { missionChecks } from './mission.ts'
import { resourceChecks } from './resources.ts'
import { reviewChecks } from './review.ts'
import type { CheckId } from './rules.ts'
import { always, checkIds, rules } from './rules.ts'
import { stakeholderChecks } from './stakeholders.ts'

const checks: Checks<CheckId> = {
  ...generalChecks,
  ...missionChecks,
  ...goalChecks,
  ...indicatorChecks,
  ...resourceChecks,
  ...activityChecks,
  ...stakeholderChecks,
  ...knowledgeChecks,
  ...reviewChecks,
}

/** Everything the checks find in the plan, in the order of the checks; or what these of them find. */
export const findingsOf = (plan: CheckedPlan, ids: readonly CheckId[] = checkIds): readonly Finding[] => {
  const asked = new Set(plan.steps.flatMap(({ checks: own }) => [...own]))
  return ids
    .filter((id) => (always.has(id) || asked.has(id)) && !plan.settings.checks?.[id]?.off)
    .flatMap((id) => found(plan, id))
}

const found = <Id extends CheckId>(plan: CheckedPlan, id: Id): readonly Finding[] => {
  const find: (plan: CheckedPlan, params: Params<Id>) => readonly Found[] = checks[id]
  return find(plan, paramsOf(plan, id)).map((one) => ({ check: id, severity: rules[id].severity, ...one }))
}

/** As the facilitator set them, else as the process has them. */
export const paramsOf = <Id extends CheckId>(
  { settings }: Pick<CheckedPlan, 'settings'>,
  id: Id,
): Params<Id> => {
  const limits: Readonly<Record<string, number>> = { ...rules[id].params, ...settings.checks?.[id]?.params }
  // All that the rule names are there; what a setting names beside them nobody asks for.
  return limits as Params<Id>
}
