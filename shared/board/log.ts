import * as z from 'zod/mini'
import { CommandId, MemberId } from '../ids.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import type { MemberCommand, MemberEvent } from './members.ts'
import { decideMember, evolveMember, memberCommands, memberEvents } from './members.ts'
import type { Board, Step, VersionRef } from './model.ts'
import { Time } from './model.ts'
import type { PlanCommand, PlanEvent } from './plan.ts'
import { boardFrom, decidePlan, evolvePlan, planCommands, planEvents } from './plan.ts'
import type { ProposalCommand, ProposalEvent } from './proposals.ts'
import { decideProposal, evolveProposal, proposalCommands, proposalEvents } from './proposals.ts'
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

/** A command as it crosses the wire: the client-made `id` makes a resend harmless. Unknown keys are refused. */
export const Command = z.discriminatedUnion('type', [
  z.extend(stepCommands[0], id),
  ...[
    ...stepCommands.slice(1),
    ...memberCommands,
    ...proposalCommands,
    ...planCommands,
    ...structureCommands,
  ].map((one) => z.extend(one, id)),
])
export type CommandBody = StepCommand | MemberCommand | ProposalCommand | PlanCommand | StructureCommand
export type Command = CommandBody & { readonly id: CommandId }

export const BoardEvent = z.discriminatedUnion('type', [
  z.extend(planEvents[0], stamp),
  ...[...planEvents.slice(1), ...stepEvents, ...memberEvents, ...proposalEvents, ...structureEvents].map(
    (one) => z.extend(one, stamp),
  ),
])
export type EventBody = PlanEvent | StepEvent | MemberEvent | ProposalEvent | StructureEvent
export type BoardEvent = EventBody & Stamp

export interface Deciding extends Context {
  /** Reserves the version that agreeing on the step would freeze. */
  readonly freeze: (step: Step) => VersionRef
}

export const decide = (board: Board, command: CommandBody, context: Deciding): Verdict<EventBody> => {
  switch (command.type) {
    case 'plan.rename':
    case 'plan.settings':
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
