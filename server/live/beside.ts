import type { CommandBody, EventBody } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import { closedBecause, hasAccess, memberOf, stepOf } from '../../shared/board/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Commit, RoomState, VersionRow } from '../storage/storage.ts'
import { hashSecret } from './admission.ts'

/* What goes into the same transaction as events. */

/** What goes into the same transaction as a command's events. */
export const storedBeside = async (
  body: CommandBody,
  events: readonly EventBody[],
  frozen: readonly VersionRow[],
): Promise<Partial<Commit>> => {
  switch (body.type) {
    case 'member.invite':
      return { invites: [{ hash: await hashSecret(body.secret), invite: body.inviteId }] }
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
