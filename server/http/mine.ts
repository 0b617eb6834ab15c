import { hasAccess, memberOf } from '../../shared/board/model.ts'
import type { SignedIn } from '../people/identity.ts'
import type { Seat } from './caller.ts'
import type { Services } from './services.ts'

/** Where a session's person takes part now. A plan that cannot be read does not take the others with it. */
export const seatsOf = async (
  { hub, log }: Pick<Services, 'hub' | 'log'>,
  session: SignedIn,
): Promise<readonly Seat[]> => {
  const opened = session.members.map(async ({ board, member }): Promise<readonly Seat[]> => {
    const live = await hub.open(board)
    const me = live ? memberOf(live.board, member) : undefined
    return live && hasAccess(me) ? [{ live, member: me }] : []
  })
  return (await Promise.allSettled(opened)).flatMap((one) => {
    if (one.status === 'fulfilled') return one.value
    log.error({ error: one.reason }, 'a plan could not be read')
    return []
  })
}
