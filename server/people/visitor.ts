import type { IncomingMessage } from 'node:http'
import type { Visitor } from '../live/upgrade.ts'
import type { People } from './people.ts'

/** Who stands behind an upgrade to a socket. */
export const createVisitorOf =
  ({ identify, originAllowed }: Pick<People, 'identify' | 'originAllowed'>) =>
  async (request: Pick<IncomingMessage, 'headers'>): Promise<Visitor> => {
    if (!originAllowed(request.headers, 'socket')) return { is: 'foreignOrigin' }
    const identity = await identify(request)
    if (identity.is === 'nobody') return identity
    return { is: 'person', session: identity.hash, memberOn: identity.memberOn }
  }
