import type { Board } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { paramsOf } from '../../shared/checks/find.ts'
import { asks } from '../../shared/checks/plan.ts'
import type { CheckId } from '../../shared/checks/rules.ts'

type Settled = Pick<Board, 'steps' | 'settings'>

/** Kinds of which the process wants few: the check that counts them, and its limit. */
const limits: ReadonlyMap<string, { readonly check: CheckId; readonly most: (plan: Settled) => number }> =
  new Map([
    ['goal', { check: 'GOAL-03', most: (plan) => paramsOf(plan, 'GOAL-03').maxGoals }],
    ['indicator', { check: 'GOAL-04', most: (plan) => paramsOf(plan, 'GOAL-04').maxIndicators }],
  ])

/** How many there should be of a kind at most; null where no check of the plan says so. */
export const mostOf = (plan: Settled, kind: string): number | null => {
  const limit = limits.get(kind)
  if (!limit || plan.settings.checks?.[limit.check]?.off) return null
  const isAsked = visible(plan.steps).some((step) => asks(step).has(limit.check))
  return isAsked ? limit.most(plan) : null
}
