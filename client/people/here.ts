import type { Member } from '../../shared/board/model.ts'
import type { Presence } from '../../shared/protocol/control.ts'
import type { LastHere } from '../live/api.ts'

export type Here = { readonly is: 'here' } | { readonly is: 'last' | 'joined'; readonly at: Date }

/** Whether somebody is here now, else when they last were; who never came back after joining has that moment alone. */
export const hereOf = (
  member: Pick<Member, 'id' | 'joinedAt'>,
  roster: readonly Pick<Presence, 'memberId'>[],
  visits: readonly LastHere[],
): Here => {
  if (roster.some(({ memberId }) => memberId === member.id)) return { is: 'here' }
  const visit = visits.find((one) => one.member === member.id)
  return visit ? { is: 'last', at: new Date(visit.at) } : { is: 'joined', at: new Date(member.joinedAt) }
}
