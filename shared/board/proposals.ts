import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { ProposalId, StepId } from '../ids.ts'
import { Decision } from './decisions.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { denied, onStep } from './family.ts'
import type { Board, Member, Step, VersionRef } from './model.ts'
import { closedBecause, ProposalHead, stepOf } from './model.ts'
import { refuse } from './refusal.ts'
import type { StepEvent } from './steps.ts'

/* Words that wait for a yes: plain data, never Yjs bytes. */

/**
 * One thing a proposal would change. `path` is the section's, the question's or the item's id, for a field with
 * `/field` behind it. `before` and `after` are ProseMirror JSON of the whole fragment for sections and answers,
 * plain values else; null means absent.
 */
export const Change = z.readonly(
  z.strictObject({
    target: z.enum(['section', 'answer', 'field', 'item']),
    path: z.string().check(z.minLength(1), z.maxLength(500)),
    before: z.json(),
    after: z.json(),
  }),
)
export type Change = z.infer<typeof Change>

/**
 * A part that is taken, by its place among the changes: as it stands, or with `value` in place of what merging would
 * write, or with its words put behind another text of the step (`to`, the text's root).
 */
const TakenPart = z.union([
  z.int().check(z.minimum(0)),
  z.strictObject({
    part: z.int().check(z.minimum(0)),
    value: z.optional(z.json()),
    to: z.optional(z.string().check(z.maxLength(100))),
  }),
])
export type TakenPart = z.infer<typeof TakenPart>

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
  z.strictObject({
    type: z.literal('proposal.accept'),
    proposalId: ProposalId,
    /** Absent: all of them. */
    parts: z.optional(z.readonly(z.array(TakenPart).check(z.minLength(1), z.maxLength(1000)))),
    /** `true`: by the decision in force, with today's date. */
    agreeAgain: z.optional(z.union([z.literal(true), Decision])),
  }),
] as const

export const proposalEvents = [
  z.object({ type: z.literal('proposal.submitted'), proposal: ProposalHead }),
  z.object({ type: z.literal('proposal.declined'), proposalId: ProposalId, reason: z.string() }),
  z.object({
    type: z.literal('proposal.accepted'),
    proposalId: ProposalId,
    parts: z.readonly(z.array(z.int())),
  }),
] as const

export type ProposalCommand = z.infer<(typeof proposalCommands)[number]>
export type ProposalEvent = z.infer<(typeof proposalEvents)[number]>

export const decideProposal = (
  board: Board,
  command: ProposalCommand,
  context: Context & { readonly freeze: (step: Step) => VersionRef },
): Verdict<ProposalEvent | StepEvent> => {
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
    case 'proposal.decline':
      return onProposal(board, command.proposalId, context, ({ id }) => ({
        events: [{ type: 'proposal.declined', proposalId: id, reason: command.reason }],
      }))
    case 'proposal.accept':
      return onProposal(board, command.proposalId, context, (proposal) => {
        const taken = partsOf(proposal, command.parts)
        if ('refusal' in taken) return taken
        const accepted = { type: 'proposal.accepted', proposalId: proposal.id, parts: taken.parts } as const
        return around(accepted, board, proposal, command.agreeAgain, context)
      })
    default:
      return unreachable(command)
  }
}

const onProposal = (
  board: Board,
  id: ProposalId,
  context: Context,
  then: (proposal: ProposalHead) => Verdict<ProposalEvent | StepEvent>,
): Verdict<ProposalEvent | StepEvent> => {
  const refusal = denied(context, 'proposal.decide')
  if (refusal) return refusal
  const proposal = board.proposals.find((one) => one.id === id)
  if (!proposal) return refuse('unknownProposal')
  return proposal.state === 'open' ? then(proposal) : refuse('alreadyDecided')
}

/** The parts that are taken, in the proposal's order. */
const partsOf = (proposal: ProposalHead, taken: readonly TakenPart[] | undefined) => {
  if (!taken) return { parts: Array.from({ length: proposal.parts }, (_, part) => part) }
  const parts = taken.map(partOf)
  const wrong = parts.find((part, index) => part >= proposal.parts || parts.indexOf(part) < index)
  return wrong === undefined
    ? { parts: parts.toSorted((a, b) => a - b) }
    : refuse('unknownPart', namedPart(wrong))
}

export const partOf = (taken: TakenPart): number => (typeof taken === 'number' ? taken : taken.part)

/** How a refusal names a part: by its place, and by the number that people count with. */
export const namedPart = (part: number) => ({ part, number: part + 1 })

/** Words come into an agreed step only when it is agreed again with them, in the same breath. */
const around = (
  accepted: ProposalEvent,
  board: Board,
  proposal: ProposalHead,
  agreeAgain: true | Decision | undefined,
  context: Context & { readonly freeze: (step: Step) => VersionRef },
): Verdict<ProposalEvent | StepEvent> => {
  const step = stepOf(board, proposal.stepId)
  if (!step) return refuse('unknownStep', { step: proposal.stepId })
  const closed = closedBecause(step)
  if (closed === 'paused') return refuse('paused', { step: step.title })
  if (step.state.is !== 'agreed')
    return agreeAgain === undefined ? { events: [accepted] } : refuse('notAgreed', { step: step.title })
  if (agreeAgain === undefined) return refuse('locked', { step: step.title })
  const today = context.now.slice(0, 10)
  const decision = agreeAgain === true ? { ...step.state.decision, date: today } : agreeAgain
  return {
    events: [
      { type: 'step.reopened', stepId: step.id, reason: proposal.reason || decision.decision.slice(0, 2000) },
      accepted,
      { type: 'step.agreed', stepId: step.id, decision, version: context.freeze(step) },
    ],
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
    case 'proposal.accepted':
      return {
        ...board,
        proposals: board.proposals.map((one) =>
          one.id === event.proposalId ? { ...one, state: 'accepted', taken: event.parts } : one,
        ),
      }
    default:
      return unreachable(event)
  }
}
