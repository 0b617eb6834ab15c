import { threadsOf } from '../board/comment.ts'
import type { CheckedPlan, CheckedStep, Checks, Found } from './define.ts'

/* What is asked of every step. */

export const generalChecks: Checks<'GEN-01' | 'GEN-02' | 'GEN-03' | 'GEN-04'> = {
  'GEN-01': ({ steps }) => steps.flatMap(unanswered),
  'GEN-02': (plan) => {
    const open = openByStep(plan)
    return plan.steps.filter(isClosing).flatMap((step): Found[] => {
      const n = open.get(step.id) ?? 0
      return n > 0 ? [{ ...at(step), values: { n } }] : []
    })
  },
  'GEN-03': ({ steps }) => steps.filter(({ state }) => state.is === 'agreed' && state.unrecorded).map(at),
  'GEN-04': ({ steps }) => {
    const unagreed = new Set(steps.filter(({ state }) => state.is !== 'agreed').map(({ id }) => id))
    return steps
      .filter(isClosing)
      .flatMap((step) =>
        step.dependsOn.filter((id) => unagreed.has(id)).map((dep) => ({ ...at(step), values: { dep } })),
      )
  },
}

const at = ({ id }: CheckedStep): Found => ({ entityId: id, place: { is: 'step', stepId: id } })

/** It is about to be agreed on, or was. */
const isClosing = ({ state }: CheckedStep): boolean => state.is !== 'open'

/** Graver as soon as the step is about to be agreed on: what is then not answered stays so. */
const unanswered = (step: CheckedStep): readonly Found[] =>
  step.questions
    .filter(({ kind, isAnswered }) => kind === 'question' && !isAnswered)
    .map(({ id }) => ({
      entityId: id,
      place: { is: 'question', stepId: step.id, id },
      ...(isClosing(step) && { severity: 'warning' }),
    }))

const openByStep = (plan: CheckedPlan): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { head } of threadsOf(plan.comments)) {
    if ((head.kind !== 'question' && head.kind !== 'objection') || head.resolved || head.removed) continue
    counts.set(head.anchor.stepId, (counts.get(head.anchor.stepId) ?? 0) + 1)
  }
  return counts
}
