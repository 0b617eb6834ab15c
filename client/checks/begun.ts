import type { CheckedPlan, CheckedStep, Finding } from '../../shared/checks/define.ts'
import type { ItemKind } from '../../shared/items/index.ts'
import { registry } from '../../shared/items/index.ts'

/*
 * A step has begun with the first word, answer or item in it, or when it is no longer open. Before that nearly
 * everything in it is missing, which nobody needs to be told as a fault.
 */

/** Steps in which nothing has been written yet. */
export const notBegunIn = (plan: CheckedPlan): ReadonlySet<string> => {
  const silent = plan.steps.filter(isSilent)
  if (silent.length === 0) return new Set()
  const held = new Set(itemKinds.flatMap((kind) => stepsOf(plan, kind)))
  return new Set(silent.map(({ id }) => id).filter((id) => !held.has(id)))
}

/** Whether it speaks of a step in which nothing has been written yet. */
export const waits = ({ place }: Pick<Finding, 'place'>, notBegun: ReadonlySet<string>): boolean =>
  'stepId' in place && place.stepId !== null && notBegun.has(place.stepId)

// `Object.keys` is typed wider than the registry it is asked of.
const itemKinds = Object.keys(registry) as ItemKind[]

const isSilent = ({ state, questions, sections }: CheckedStep): boolean =>
  state.is === 'open' &&
  questions.every(({ isAnswered }) => !isAnswered) &&
  sections.every(({ isEmpty }) => isEmpty)

/** Those that hold items of a kind, and the one where the kind is spoken of as a whole. */
const stepsOf = (plan: CheckedPlan, kind: ItemKind): readonly (string | null)[] => {
  const items = plan.items(kind)
  return items.length === 0 ? [] : [plan.home(kind), ...items.map(({ stepId }) => stepId)]
}
