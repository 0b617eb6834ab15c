import type { RandomBytes } from '../../shared/ids.ts'
import type { PeopleStore } from '../storage/storage.ts'
import type { Identify } from './identity.ts'
import { createIdentify } from './identity.ts'
import type { Limits } from './limits.ts'
import { createLimits } from './limits.ts'
import type { OriginAllowed } from './origin.ts'
import { createOriginAllowed } from './origin.ts'
import type { Sessions } from './sessions.ts'
import { createSessions } from './sessions.ts'
import type { TryPassword } from './tries.ts'
import { createTryPassword } from './tries.ts'

/** Everything that tells who is calling and whether they may come in; HTTP and sockets share it. */
export interface People {
  readonly sessions: Sessions
  readonly identify: Identify
  readonly originAllowed: OriginAllowed
  readonly limits: Limits
  readonly tryPassword: TryPassword
  /** Whether people reach us by https, so that cookies may insist on it. */
  readonly secure: boolean
  /** The origins that are ours, as they are now: the first is the one that links begin with. */
  readonly origins: () => readonly string[]
  readonly random: RandomBytes
}

export const createPeople = (given: {
  readonly store: PeopleStore
  readonly now: () => number
  readonly random: RandomBytes
  readonly secure: boolean
  readonly origins: () => readonly string[]
}): People => {
  const { store, now, random, secure, origins } = given
  const sessions = createSessions(store, now, random)
  const limits = createLimits(now)
  return {
    sessions,
    identify: createIdentify(sessions, secure),
    originAllowed: createOriginAllowed(origins),
    limits,
    tryPassword: createTryPassword(limits.wrongPasswordsByLink, random),
    secure,
    origins,
    random,
  }
}
