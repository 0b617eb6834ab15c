import type { Decision } from '../../shared/board/decisions.ts'
import type { Telling } from '../items/said.ts'
import { firstLine } from '../items/said.ts'
import type { Found } from './entries.ts'

/* What was decided of the steps, as it can be found: in force, and where the plan was brought in from. */

type Step = Telling['board']['steps'][number]

export const decisionEntries = (
  step: Step,
  where: string,
  { records }: Pick<Telling['board'], 'records'>,
): readonly Found[] => {
  const { state } = step
  // The words of an agreement that no file told of only stand in for it.
  const inForce = state.is === 'agreed' && state.unrecorded !== true ? [state.decision] : []
  const earlier = records.filter(({ stepId }) => stepId === step.id).map(({ decision }) => decision)
  const override = state.is === 'agreed' ? state.override : undefined
  return [...inForce, ...earlier].map((decision, at): Found => ({
    key: `decision ${step.id} ${at}`,
    group: 'decision',
    title: firstLine(decision.decision),
    text: wordsOf(decision, at === 0 && inForce.length > 0 ? override : undefined),
    where: [where, decision.date].join(', '),
    at: { is: 'place', stepId: step.id, hash: state.is === 'agreed' ? `${step.id}-agreed` : null },
  }))
}

const wordsOf = (decision: Decision, override: string | undefined): string => {
  const { decision: words, body, reference, participants = [], reservations = [], recordedBy } = decision
  return [body, reference, words, ...reservations, override, participants.join(', '), recordedBy]
    .filter(Boolean)
    .join('\n')
}
