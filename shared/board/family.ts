import type { MemberId } from '../ids.ts'
import type { Action, Denial } from './access.ts'
import { deny } from './access.ts'
import type { Board, Member, Step } from './model.ts'
import { stepOf } from './model.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'

/** Who decides, and when: handed in by the shell, so that deciding stays pure. */
export interface Context {
  readonly actor: Member | undefined
  /** ISO 8601, UTC, from the server's clock. */
  readonly now: string
}

export type Verdict<Event> = { readonly events: readonly Event[] } | { readonly refusal: Refusal }

/** What stands around every event of the log. `by` is null when nobody's hand did it: the clock or the operator. */
export interface Stamp {
  readonly seq: number
  readonly at: string
  readonly by: MemberId | null
}

const refusalFor: Record<Denial, Parameters<typeof refuse>[0]> = {
  left: 'left',
  role: 'role',
  agreed: 'locked',
  paused: 'paused',
  open: 'notAgreed',
}

/** The refusal for an action that the table of rights denies, or null when it is allowed. */
export const denied = (
  context: Context,
  action: Action,
  step?: Step,
  isOwn = false,
): { readonly refusal: Refusal } | null => {
  const denial = deny(context.actor, action, step, isOwn)
  if (!denial) return null
  return refuse(
    denial === 'open' && action === 'step.resume' ? 'notPaused' : refusalFor[denial],
    step && { step: step.title },
  )
}

/** Decides something about one step: known, allowed, then `then`. */
export const onStep = <Event>(
  board: Board,
  stepId: string,
  context: Context,
  action: Action,
  then: (step: Step) => Verdict<Event>,
): Verdict<Event> => {
  const step = stepOf(board, stepId)
  // The role first: whoever may not act learns nothing about what exists.
  const refusal = denied(context, action, step)
  if (refusal) return refusal
  return step ? then(step) : refuse('unknownStep', { step: stepId })
}

export const changeStep = (board: Board, stepId: string, change: (step: Step) => Step): Board => ({
  ...board,
  steps: board.steps.map((step) => (step.id === stepId ? change(step) : step)),
})
