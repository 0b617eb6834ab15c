import type { CommandBody, EventBody } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import { closedBecause, hasAccess, memberOf, stepOf } from '../../shared/board/model.ts'
import type { MemberId, RandomBytes } from '../../shared/ids.ts'
import { hashOf } from '../people/links.ts'
import { hashPassword } from '../people/passwords.ts'
import type { Commit, NewLink, RoomState, VersionRow } from '../storage/storage.ts'

/* What goes into the same transaction as events. */

/** A link as it is stored: hashes of what it opens with, never that itself. */
export const linkFor = async (
  { inviteId, secret, password }: Pick<Invitation, 'inviteId' | 'secret' | 'password'>,
  random: RandomBytes,
): Promise<NewLink> => ({
  hash: hashOf(secret),
  invite: inviteId,
  ...(password !== undefined && { password: await hashPassword(password, random) }),
})

type Invitation = Extract<CommandBody, { readonly type: 'member.invite' }>

/** What goes into the same transaction as a command's events. */
export const storedBeside = async (
  body: CommandBody,
  events: readonly EventBody[],
  frozen: readonly VersionRow[],
  random: RandomBytes,
): Promise<Partial<Commit>> => {
  switch (body.type) {
    case 'member.invite':
      return { invites: [await linkFor(body, random)] }
    case 'comment.remove':
      return events.length > 0 ? { redact: [body.commentId] } : {}
    case 'proposal.submit':
      return { proposals: [{ id: body.proposalId, changes: body.changes }] }
    case 'step.agree':
    case 'proposal.accept':
      return {
        versions: events.flatMap((event) => {
          const row = event.type === 'step.agreed' && frozen.find(({ id }) => id === event.version.id)
          return row ? { ...row, decision: event.decision } : []
        }),
      }
    default:
      return {}
  }
}

export const expelled = (before: Board, after: Board): readonly MemberId[] =>
  before.members.filter((one) => hasAccess(one) && !hasAccess(memberOf(after, one.id))).map(({ id }) => id)

export const changedRooms = (before: Board, after: Board): readonly RoomState[] =>
  after.steps
    .filter((step) => stepOf(before, step.id)?.epoch !== step.epoch)
    .map((step) => ({
      room: step.id,
      epoch: step.epoch,
      generation: step.generation,
      closed: closedBecause(step),
    }))
