import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { ProposalId, StepId } from '../ids.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { denied, onStep } from './family.ts'
import type { Board, Member } from './model.ts'
import { ProposalHead } from './model.ts'
import { refuse } from './refusal.ts'

/* Words that wait for a yes: plain data, never Yjs bytes. */

/**
 * One thing a proposal would change. `path` is the section's, the question's or the item's id, for a field with
 * `/field` behind it. `before` and `after` are ProseMirror JSON of the whole fragment for sections and answers,
 * plain values else; null means absent.
 */
export const Change = z.readonly(
  z.strictObject({
    target: z.enum(['section', 'answer', 'field', 'item']),
    path: z.string().check(z.minLength(1), z.maxLength(300)),
    before: z.json(),
    after: z.json(),
  }),
)
export type Change = z.infer<typeof Change>

/** At most this much waits, per person and board. */
export const proposalLimit = { open: 20, bytes: 2_000_000 } as const

export const proposalCommands = [
  z.strictObject({
    type: z.literal('proposal.submit'),
    proposalId: ProposalId,
    stepId: StepId,
    generation: z.int().check(z.minimum(0)),
    changes: z.readonly(z.array(Change).check(z.minLength(1), z.maxLength(1000))),
    reason: z.string().check(z.trim(), z.maxLength(2000)),
  }),
  z.strictObject({
    type: z.literal('proposal.decline'),
    proposalId: ProposalId,
    reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
  }),
] as const

export const proposalEvents = [
  z.object({ type: z.literal('proposal.submitted'), proposal: ProposalHead }),
  z.object({ type: z.literal('proposal.declined'), proposalId: ProposalId, reason: z.string() }),
] as const

export type ProposalCommand = z.infer<(typeof proposalCommands)[number]>
export type ProposalEvent = z.infer<(typeof proposalEvents)[number]>

export const decideProposal = (
  board: Board,
  command: ProposalCommand,
  context: Context,
): Verdict<ProposalEvent> => {
  switch (command.type) {
    case 'proposal.submit':
      return onStep(board, command.stepId, context, 'proposal.submit', (step) => {
        const { proposalId, generation, changes, reason } = command
        if (board.proposals.some((proposal) => proposal.id === proposalId)) return refuse('alreadyUsed')
        const author = context.actor
        const size = sizeOf(changes)
        if (!author || !roomForProposal(board, author, size)) return refuse('tooManyProposals')
        const cause = generation < step.generation ? 'replaced' : 'person'
        const proposal: ProposalHead = {
          id: proposalId,
          stepId: step.id,
          generation,
          author: author.id,
          at: context.now,
          reason,
          cause,
          state: 'open',
          size,
          parts: changes.length,
        }
        return { events: [{ type: 'proposal.submitted', proposal }] }
      })
    case 'proposal.decline': {
      const refusal = denied(context, 'proposal.decide')
      if (refusal) return refusal
      const proposal = board.proposals.find((one) => one.id === command.proposalId)
      if (!proposal) return refuse('unknownProposal')
      if (proposal.state !== 'open') return refuse('alreadyDecided')
      return { events: [{ type: 'proposal.declined', proposalId: proposal.id, reason: command.reason }] }
    }
    default:
      return unreachable(command)
  }
}

/** Bytes of the changes as JSON in UTF-8. */
export const sizeOf = (changes: readonly Change[]): number =>
  new TextEncoder().encode(JSON.stringify(changes)).length

/** Whether one more proposal of this size fits within the person's limit. */
export const roomForProposal = (board: Board, author: Pick<Member, 'id'>, size: number): boolean => {
  const open = board.proposals.filter((one) => one.author === author.id && one.state === 'open')
  const bytes = open.reduce((sum, one) => sum + one.size, size)
  return open.length < proposalLimit.open && bytes <= proposalLimit.bytes
}

export const evolveProposal = (board: Board, event: ProposalEvent & Stamp): Board => {
  switch (event.type) {
    case 'proposal.submitted':
      return { ...board, proposals: [...board.proposals, event.proposal] }
    case 'proposal.declined':
      return {
        ...board,
        proposals: board.proposals.map((one) =>
          one.id === event.proposalId ? { ...one, state: 'declined' } : one,
        ),
      }
    default:
      return unreachable(event)
  }
}
