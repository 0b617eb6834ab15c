import type { Board } from '../../shared/board/model.ts'
import { hasAccess, memberOf } from '../../shared/board/model.ts'
import type { MemberId, StepId } from '../../shared/ids.ts'
import type { Presence } from '../../shared/protocol/control.ts'

/** Where one open socket says that its person is. */
export interface Place {
  readonly stepId: StepId | null
  readonly block?: string | undefined
  readonly away: boolean
}

/** One socket's part in being here. */
export interface Visit {
  readonly member: MemberId
  readonly place: Place
  readonly movedAt: number
}

export const nowhere: Place = { stepId: null, away: false }

/** One of eight colours by the person's place among the members: the same for everyone, and kept. */
export const colourOf = (board: Board, member: MemberId): number =>
  (Math.max(
    0,
    board.members.findIndex(({ id }) => id === member),
  ) %
    8) +
  1

/**
 * Who is here, from the sockets that are open now and signed in: one entry per person, however many tabs. The tab
 * that moved last says where; away is who is away in every tab.
 */
export const rosterOf = (board: Board, sockets: Iterable<Visit>): Presence[] => {
  const tabs = Map.groupBy(sockets, ({ member }) => member)
  const roster: Presence[] = []
  for (const [id, own] of tabs) {
    const member = memberOf(board, id)
    if (!hasAccess(member)) continue
    const { place } = own.reduce((latest, one) => (one.movedAt > latest.movedAt ? one : latest))
    const { name, organisation, role } = member
    const away = own.every((one) => one.place.away)
    const where = { stepId: place.stepId, ...(place.block !== undefined && { block: place.block }) }
    roster.push({ memberId: id, name, organisation, role, colour: colourOf(board, id), away, ...where })
  }
  return roster.sort((a, b) => a.name.localeCompare(b.name))
}
