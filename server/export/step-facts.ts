import * as z from 'zod/mini'
import { unreachable } from '../../shared/assert.ts'
import { Decision } from '../../shared/board/decisions.ts'
import type { StepState } from '../../shared/board/model.ts'
import { Reopening, VersionRef } from '../../shared/board/model.ts'
import { MemberId } from '../../shared/ids.ts'

/** A step's state as scripts read it: one word, and beside it the facts that belong to the word. */
export const StepFacts = z.object({
  state: z.enum(['open', 'inReview', 'agreed']),
  reopened: z.optional(Reopening),
  review: z.optional(
    z.object({ since: z.string(), by: MemberId, who: z.optional(z.string()), until: z.optional(z.string()) }),
  ),
  agreement: z.optional(
    z.object({
      at: z.string(),
      by: MemberId,
      decision: Decision,
      version: VersionRef,
      override: z.optional(z.string()),
      imported: z.optional(z.literal(true)),
      unrecorded: z.optional(z.literal(true)),
    }),
  ),
})
export type StepFacts = z.infer<typeof StepFacts>

export const factsOf = (state: StepState): StepFacts => {
  switch (state.is) {
    case 'open':
      return { state: 'open', reopened: state.reopened }
    case 'inReview': {
      const { is, ...review } = state
      return { state: is, review }
    }
    case 'agreed': {
      const { is, ...agreement } = state
      return { state: is, agreement }
    }
    default:
      return unreachable(state)
  }
}
