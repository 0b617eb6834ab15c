import type { Decision } from '../../shared/board/decisions.ts'
import { isFormal } from '../../shared/board/decisions.ts'

/* The form of an agreement as it stands in the dialog, and the decision it says. */

/** null while a field is empty. */
export interface Votes {
  readonly for: number | null
  readonly against: number | null
  readonly abstain: number | null
}

export interface DecisionForm {
  readonly body: string
  readonly date: string
  readonly reference: string
  readonly votes: Votes
  readonly decision: string
  readonly participants: readonly string[]
  /** One reservation on each line. */
  readonly reservations: string
}

export const emptyDecision = (today: string): DecisionForm => ({
  body: '',
  date: today,
  reference: '',
  votes: { for: null, against: null, abstain: null },
  decision: '',
  participants: [],
  reservations: '',
})

/** A decision that is made again: as it stands, with today's date. */
export const decisionAgain = (decision: Decision, today: string): DecisionForm => ({
  body: decision.body ?? '',
  date: today,
  reference: decision.reference ?? '',
  votes: decision.votes ?? emptyDecision(today).votes,
  decision: decision.decision,
  participants: decision.participants ?? [],
  reservations: (decision.reservations ?? []).join('\n'),
})

export type DecisionProblem = 'dateNeeded' | 'decisionNeeded' | 'votesWrong'

export type DecisionReading =
  | { readonly is: 'decision'; readonly decision: Decision }
  | { readonly is: 'incomplete'; readonly problems: readonly DecisionProblem[] }

/** What the form says, or what is missing in it. Empty fields are left out, never sent as empty text. */
export const readDecision = (form: DecisionForm): DecisionReading => {
  const votes = readVotes(form.votes)
  const problems: DecisionProblem[] = [
    ...(isDay(form.date) ? [] : ['dateNeeded' as const]),
    ...(form.decision.trim() ? [] : ['decisionNeeded' as const]),
    ...(votes === 'wrong' ? ['votesWrong' as const] : []),
  ]
  if (problems.length > 0 || votes === 'wrong') return { is: 'incomplete', problems }
  const reservations = lines(form.reservations)
  return {
    is: 'decision',
    decision: {
      decision: form.decision.trim(),
      date: form.date,
      ...(form.body.trim() && { body: form.body.trim() }),
      ...(form.reference.trim() && { reference: form.reference.trim() }),
      ...(form.participants.length > 0 && { participants: form.participants }),
      ...(votes && { votes }),
      ...(reservations.length > 0 && { reservations }),
    },
  }
}

/** Whether the form as it stands would be an agreement of a body, with a reference to it. */
export const wouldBeFormal = (form: DecisionForm): boolean =>
  isFormal({
    decision: form.decision,
    date: form.date,
    ...(form.body.trim() && { body: form.body.trim() }),
    ...(form.reference.trim() && { reference: form.reference.trim() }),
  })

const mostVotes = 1_000_000

const readVotes = (votes: Votes): Decision['votes'] | 'wrong' => {
  const given = [votes.for, votes.against, votes.abstain]
  if (given.every((one) => one === null)) return undefined
  if (given.some((one) => one !== null && (!Number.isInteger(one) || one < 0 || one > mostVotes)))
    return 'wrong'
  // A field left empty beside a filled one: nobody voted that way.
  return { for: votes.for ?? 0, against: votes.against ?? 0, abstain: votes.abstain ?? 0 }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
