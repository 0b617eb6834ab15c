import type { BoardEvent } from '../../shared/board/log.ts'
import type { Board, Member } from '../../shared/board/model.ts'
import { may } from '../../shared/board/access.ts'

/* What of a board a member may see: the links that lead in are for those who hand them out. */

export const boardFor = (member: Member, board: Board): Board =>
  may(member, 'members.manage') ? board : { ...board, invites: [] }

export const eventsFor = (member: Member, events: readonly BoardEvent[]): readonly BoardEvent[] => {
  if (may(member, 'members.manage')) return events
  return events.flatMap((event) => {
    if (event.type === 'invite.created') return []
    return event.type === 'board.created' ? { ...event, invites: [] } : event
  })
}
