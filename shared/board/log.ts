import * as z from 'zod/mini'
import { CommandId, MemberId } from '../ids.ts'
import type { CommentCommand, CommentEvent } from './comments.ts'
import { commentCommands, commentEvents, decideComment, evolveComment } from './comments.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import type { MemberCommand, MemberEvent } from './members.ts'
import { decideMember, evolveMember, memberCommands, memberEvents } from './members.ts'
import type { Board, Step, VersionRef } from './model.ts'
import { Time } from './model.ts'
import type { PlanCommand, PlanEvent } from './plan.ts'
import { boardFrom, decidePlan, evolvePlan, planCommands, planEvents } from './plan.ts'
import type { ProposalCommand, ProposalEvent } from './proposals.ts'
import { decideProposal, evolveProposal, proposalCommands, proposalEvents } from './proposals.ts'
import type { Hindrance } from './refusal.ts'
import type { IndividualScore } from './score.ts'
import type { ScoringCommand, ScoringEvent } from './scoring.ts'
import { decideScoring, evolveScoring, scoringCommands, scoringEvents } from './scoring.ts'
import type { StepCommand, StepEvent } from './steps.ts'
import { decideStep, evolveStep, stepCommands, stepEvents } from './steps.ts'
import type { StructureCommand, StructureEvent } from './structure.ts'
import { decideStructure, evolveStructure, structureCommands, structureEvents } from './structure.ts'

/*
 * Everything that is decided rather than written together goes through here: a command, judged by the rules,
 * becomes events, and the events folded in order are the board. Both are pure, so the button that is disabled and
 * the server that refuses ask the same rule.
 */

const id = { id: CommandId }
const stamp = { seq: z.int(), at: Time, by: z.nullable(MemberId) }

/** Each of them with these keys added; the tuple stays one, so that each keeps its own type. */
const each = <All extends readonly z.ZodMiniObject[], More extends z.core.$ZodLooseShape>(
  all: All,
  more: More,
) =>
  all.map((one) => z.extend(one, more)) as {
    [Place in keyof All]: z.ZodMiniObject<
      z.core.util.Extend<All[Place]['shape'], More>,
      All[Place]['_zod']['config']
    >
  }

/** A command as it crosses the wire: the client-made `id` makes a resend harmless. Unknown keys are refused. */
export const Command = z.discriminatedUnion('type', [
  ...each(stepCommands, id),
  ...each(memberCommands, id),
  ...each(proposalCommands, id),
  ...each(commentCommands, id),
  ...each(planCommands, id),
  ...each(structureCommands, id),
  ...each(scoringCommands, id),
])
export type CommandBody =
  | StepCommand
  | MemberCommand
  | ProposalCommand
  | CommentCommand
  | PlanCommand
  | StructureCommand
  | ScoringCommand
export type Command = CommandBody & { readonly id: CommandId }

export const BoardEvent = z.discriminatedUnion('type', [
  ...each(planEvents, stamp),
  ...each(stepEvents, stamp),
  ...each(memberEvents, stamp),
  ...each(proposalEvents, stamp),
  ...each(commentEvents, stamp),
  ...each(structureEvents, stamp),
  ...each(scoringEvents, stamp),
])
export type EventBody =
  PlanEvent | StepEvent | MemberEvent | ProposalEvent | CommentEvent | StructureEvent | ScoringEvent
export type BoardEvent = EventBody & Stamp

export interface Deciding extends Context {
  /** Reserves the version that agreeing on the step would freeze. */
  readonly freeze: (step: Step) => VersionRef
  /** What the checks call an error in the step, by what would be frozen. */
  readonly errorsOf: (step: Step) => readonly Hindrance[]
  /** What everybody scored in the round that revealing would end. */
  readonly scores: () => readonly IndividualScore[]
}

export const decide = (board: Board, command: CommandBody, context: Deciding): Verdict<EventBody> => {
  switch (command.type) {
    case 'plan.rename':
    case 'plan.settings':
    case 'plan.variables':
      return decidePlan(board, command, context)
    case 'structure.rename':
    case 'structure.add':
    case 'structure.hide':
    case 'structure.restore':
    case 'structure.move':
      return decideStructure(board, command, context)
    case 'member.invite':
    case 'member.role':
    case 'member.remove':
    case 'invite.revoke':
      return decideMember(board, command, context)
    case 'proposal.submit':
    case 'proposal.decline':
    case 'proposal.accept':
      return decideProposal(board, command, context)
    case 'comment.post':
    case 'comment.edit':
    case 'comment.resolve':
    case 'comment.reopen':
    case 'comment.remove':
    case 'comment.assign':
    case 'comment.reanchor':
      return decideComment(board, command, context)
    case 'scoring.begin':
    case 'scoring.reveal':
    case 'scoring.settle':
    case 'scoring.end':
      return decideScoring(board, command, context)
    default:
      return decideStep(board, command, context)
  }
}

export const evolve = (board: Board, event: BoardEvent): Board => {
  const next = evolveFamily(board, event)
  return next.seq === event.seq ? next : { ...next, seq: event.seq }
}

const evolveFamily = (board: Board, event: BoardEvent): Board => {
  switch (event.type) {
    case 'board.created':
    case 'plan.renamed':
    case 'plan.settingsChanged':
    case 'plan.variablesChanged':
    case 'board.imported':
      return evolvePlan(board, event)
    case 'structure.renamed':
    case 'structure.added':
    case 'structure.hidden':
    case 'structure.restored':
    case 'structure.moved':
      return evolveStructure(board, event)
    case 'member.joined':
    case 'member.roleChanged':
    case 'member.removed':
    case 'invite.created':
    case 'invite.revoked':
      return evolveMember(board, event)
    case 'proposal.submitted':
    case 'proposal.declined':
    case 'proposal.accepted':
      return evolveProposal(board, event)
    case 'comment.posted':
    case 'comment.edited':
    case 'comment.resolved':
    case 'comment.reopened':
    case 'comment.removed':
    case 'comment.assigned':
      return evolveComment(board, event)
    case 'scoring.begun':
    case 'scoring.revealed':
    case 'scoring.settled':
    case 'scoring.ended':
      return evolveScoring(board, event)
    default:
      return evolveStep(board, event)
  }
}

/** The board after the whole log; its first event creates it. */
export const replay = (events: readonly BoardEvent[]): Board => {
  const [first, ...rest] = events
  if (first?.type !== 'board.created') throw new Error('a log begins with board.created')
  return rest.reduce(evolve, boardFrom(first))
}
