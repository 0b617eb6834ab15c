import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { denied } from './family.ts'
import type { Board } from './model.ts'
import { refuse } from './refusal.ts'
import { IndividualScore, itemId, mostScores } from './score.ts'

/*
 * Everybody scores on their own, then the scores are revealed and talked about. What is given until then is no part
 * of the board: the server alone has it, and hands it in when it is revealed.
 */

export const scoringCommands = [
  z.strictObject({ type: z.literal('scoring.begin') }),
  z.strictObject({ type: z.literal('scoring.reveal') }),
  /** The group has agreed on these: the contributions themselves are written where they stand. */
  z.strictObject({
    type: z.literal('scoring.settle'),
    pairs: z.readonly(z.array(itemId).check(z.minLength(1), z.maxLength(mostScores))),
  }),
  z.strictObject({ type: z.literal('scoring.end') }),
] as const

export const scoringEvents = [
  z.object({ type: z.literal('scoring.begun') }),
  z.object({
    type: z.literal('scoring.revealed'),
    scores: z.readonly(z.array(IndividualScore)),
  }),
  z.object({ type: z.literal('scoring.settled'), pairs: z.readonly(z.array(z.string())) }),
  z.object({ type: z.literal('scoring.ended') }),
] as const

export type ScoringCommand = z.infer<(typeof scoringCommands)[number]>
export type ScoringEvent = z.infer<(typeof scoringEvents)[number]>

export interface ScoringContext extends Context {
  /** Everything that was given in the round that is open. */
  readonly scores: () => readonly IndividualScore[]
}

/** The id of the contribution that a score speaks of. */
export const contributionOf = ({
  activityId,
  goalId,
}: Pick<IndividualScore, 'activityId' | 'goalId'>): string => `${activityId}:${goalId}`

export const decideScoring = (
  board: Board,
  command: ScoringCommand,
  context: ScoringContext,
): Verdict<ScoringEvent> => {
  const refusal = denied(context, 'scoring.lead')
  if (refusal) return refusal
  const { scoring } = board
  switch (command.type) {
    case 'scoring.begin':
      return scoring ? refuse('scoringGoesOn') : { events: [{ type: 'scoring.begun' }] }
    case 'scoring.reveal':
      if (scoring?.is !== 'open') return refuse('scoringClosed')
      return { events: [{ type: 'scoring.revealed', scores: context.scores() }] }
    case 'scoring.settle': {
      if (scoring?.is !== 'revealed') return refuse('scoringClosed')
      const scored = new Set(scoring.scores.map(contributionOf))
      const pairs = [...new Set(command.pairs)].filter(
        (pair) => scored.has(pair) && !scoring.settled.includes(pair),
      )
      return { events: pairs.length > 0 ? [{ type: 'scoring.settled', pairs }] : [] }
    }
    case 'scoring.end':
      return scoring ? { events: [{ type: 'scoring.ended' }] } : refuse('scoringClosed')
    default:
      return unreachable(command)
  }
}

export const evolveScoring = (board: Board, event: ScoringEvent & Stamp): Board => {
  switch (event.type) {
    case 'scoring.begun':
      return { ...board, scoring: { is: 'open', since: event.at, by: event.by, round: event.seq } }
    case 'scoring.revealed': {
      const { scoring } = board
      if (!scoring) return board
      const { since, by, round } = scoring
      return {
        ...board,
        scoring: { is: 'revealed', since, by, round, at: event.at, scores: event.scores, settled: [] },
      }
    }
    case 'scoring.settled': {
      const { scoring } = board
      if (scoring?.is !== 'revealed') return board
      return { ...board, scoring: { ...scoring, settled: [...scoring.settled, ...event.pairs] } }
    }
    case 'scoring.ended': {
      const { scoring: _, ...rest } = board
      return rest
    }
    default:
      return unreachable(event)
  }
}
