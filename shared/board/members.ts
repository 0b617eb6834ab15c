import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { InviteId, MemberId, Secret, StepId } from '../ids.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { denied } from './family.ts'
import type { Board, Invite, Member as MemberType } from './model.ts'
import { hasAccess, Invite as InviteSchema, isOver, Member, memberOf, Role, stepOf, Time } from './model.ts'
import { refuse } from './refusal.ts'

/* Who takes part, by which link, in which role. */

export const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))
export const organisationName = z.string().check(z.trim(), z.maxLength(200))

/** Whom a link is for. */
export const linkName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const linkPassword = z.string().check(z.minLength(4), z.maxLength(200))

export const memberCommands = [
  /**
   * The caller makes the secret and keeps it: the server stores its hash, and a resend of the command is harmless. The
   * same holds for a `password`, which whoever comes by the link has to know too.
   */
  z.strictObject({
    type: z.literal('member.invite'),
    inviteId: InviteId,
    role: Role,
    secret: Secret,
    expiresAt: z.optional(Time),
    name: z.optional(linkName),
    onlyStep: z.optional(StepId),
    password: z.optional(linkPassword),
  }),
  /** `onlyStep` stays as it is when it is absent; null takes the whole plan in again. */
  z.strictObject({
    type: z.literal('member.role'),
    memberId: MemberId,
    role: Role,
    onlyStep: z.optional(z.nullable(StepId)),
  }),
  z.strictObject({ type: z.literal('member.remove'), memberId: MemberId }),
  /** Whoever came by the link loses access too, unless `keepMembers`. */
  z.strictObject({
    type: z.literal('invite.revoke'),
    inviteId: InviteId,
    keepMembers: z.optional(z.boolean()),
  }),
] as const

export const memberEvents = [
  z.object({ type: z.literal('member.joined'), member: Member }),
  z.object({
    type: z.literal('member.roleChanged'),
    memberId: MemberId,
    role: Role,
    onlyStep: z.optional(z.nullable(StepId)),
  }),
  z.object({ type: z.literal('member.removed'), memberId: MemberId }),
  z.object({ type: z.literal('invite.created'), invite: InviteSchema }),
  z.object({ type: z.literal('invite.revoked'), inviteId: InviteId, membersLose: z.boolean() }),
] as const

export type MemberCommand = z.infer<(typeof memberCommands)[number]>
export type MemberEvent = z.infer<(typeof memberEvents)[number]>

export const decideMember = (
  board: Board,
  command: MemberCommand,
  context: Context,
): Verdict<MemberEvent> => {
  const refusal = denied(context, 'members.manage')
  if (refusal) return refusal
  switch (command.type) {
    case 'member.invite':
      return invite(board, command, context)
    case 'member.role':
      return changeRole(board, command)
    case 'member.remove': {
      const member = memberOf(board, command.memberId)
      if (!hasAccess(member)) return refuse('unknownMember')
      if (losesLastFacilitator(board, (one) => one.id === member.id)) return refuse('lastFacilitator')
      return { events: [{ type: 'member.removed', memberId: member.id }] }
    }
    case 'invite.revoke': {
      const invite = board.invites.find((one) => one.id === command.inviteId)
      if (!invite) return refuse('unknownInvite')
      if (invite.revokedAt) return { events: [] }
      const membersLose = command.keepMembers !== true
      if (membersLose && losesLastFacilitator(board, (one) => one.inviteId === invite.id))
        return refuse('lastFacilitator')
      return { events: [{ type: 'invite.revoked', inviteId: invite.id, membersLose }] }
    }
    default:
      return unreachable(command)
  }
}

const invite = (
  board: Board,
  { inviteId, role, expiresAt, name, onlyStep, password }: Extract<MemberCommand, { type: 'member.invite' }>,
  context: Context,
): Verdict<MemberEvent> => {
  if (expiresAt !== undefined && isOver(expiresAt, context.now)) return refuse('pastTime')
  if (board.invites.some((one) => one.id === inviteId)) return refuse('alreadyUsed')
  const wrong = wrongScope(board, role, onlyStep)
  if (wrong) return wrong
  const made: Invite = {
    id: inviteId,
    role,
    createdAt: context.now,
    by: context.actor?.id ?? null,
    ...(expiresAt && { expiresAt }),
    ...(name !== undefined && { name }),
    ...(onlyStep && { onlyStep }),
    ...(password !== undefined && { password: true }),
  }
  return { events: [{ type: 'invite.created', invite: made }] }
}

const changeRole = (
  board: Board,
  command: Extract<MemberCommand, { type: 'member.role' }>,
): Verdict<MemberEvent> => {
  const member = memberOf(board, command.memberId)
  if (!hasAccess(member)) return refuse('unknownMember')
  const before = member.onlyStep ?? null
  const { role, onlyStep = before } = command
  const wrong = wrongScope(board, role, onlyStep ?? undefined)
  if (wrong) return wrong
  const isMoved = onlyStep !== before
  if (member.role === role && !isMoved) return { events: [] }
  if (role !== 'facilitator' && losesLastFacilitator(board, (one) => one.id === member.id))
    return refuse('lastFacilitator')
  return {
    events: [{ type: 'member.roleChanged', memberId: member.id, role, ...(isMoved && { onlyStep }) }],
  }
}

/** Whoever leads the plan leads all of it. */
const wrongScope = (board: Board, role: Role, onlyStep: StepId | undefined) => {
  if (onlyStep === undefined) return null
  if (role === 'facilitator') return refuse('wholePlanOnly')
  return stepOf(board, onlyStep) ? null : refuse('unknownStep', { step: onlyStep })
}

const losesLastFacilitator = (board: Board, goes: (member: MemberType) => boolean): boolean => {
  const facilitators = board.members.filter((member) => hasAccess(member) && member.role === 'facilitator')
  return facilitators.some(goes) && facilitators.every(goes)
}

export const evolveMember = (board: Board, event: MemberEvent & Stamp): Board => {
  switch (event.type) {
    case 'member.joined': {
      // Whoever returns keeps their place, and with it their colour.
      return board.members.some((member) => member.id === event.member.id)
        ? changeMember(board, event.member.id, () => event.member)
        : { ...board, members: [...board.members, event.member] }
    }
    case 'member.roleChanged':
      return changeMember(board, event.memberId, ({ onlyStep: before, ...member }) => {
        const onlyStep = event.onlyStep === undefined ? before : event.onlyStep
        return { ...member, role: event.role, ...(onlyStep && { onlyStep }) }
      })
    case 'member.removed':
      return changeMember(board, event.memberId, (member) => ({
        ...member,
        left: { at: event.at, because: 'removed' },
      }))
    case 'invite.created':
      return { ...board, invites: [...board.invites, event.invite] }
    case 'invite.revoked':
      return {
        ...board,
        invites: board.invites.map((one) =>
          one.id === event.inviteId ? { ...one, revokedAt: event.at } : one,
        ),
        members: board.members.map((member) =>
          event.membersLose && member.inviteId === event.inviteId && hasAccess(member)
            ? { ...member, left: { at: event.at, because: 'inviteRevoked' } }
            : member,
        ),
      }
    default:
      return unreachable(event)
  }
}

const changeMember = (board: Board, id: MemberId, change: (member: MemberType) => MemberType): Board => ({
  ...board,
  members: board.members.map((member) => (member.id === id ? change(member) : member)),
})

/** Whether somebody may still come in by this link. */
export const inviteIsValid = (invite: Invite, now: string): boolean =>
  invite.revokedAt === undefined && (invite.expiresAt === undefined || !isOver(invite.expiresAt, now))
