import type { BoardId, MemberId, RandomBytes } from '../../shared/ids.ts'
import type { PeopleStore, SessionRow } from '../storage/storage.ts'
import { hashOf, newSecret } from './links.ts'

/* Sessions live in a table of our own: a random secret in the person's hand, its hash on the disk. */

const day = 24 * 60 * 60 * 1000
export const sessionLength = 90 * day

export interface Sessions {
  /** A new session that stands for this member; its secret is told once, here. */
  start(
    kind: SessionRow['kind'],
    board: BoardId,
    member: MemberId,
  ): Promise<{ readonly secret: string; readonly expiresAt: string }>
  find(secret: string): Promise<SessionRow | null>
  /** The session stands for this member on this board too. */
  join(hash: string, board: BoardId, member: MemberId): Promise<void>
  /** Prolongs a session in use, at most once a day; whether it did. */
  prolong(session: Pick<SessionRow, 'hash' | 'expiresAt'>): Promise<boolean>
  end(hash: string): Promise<void>
}

export const createSessions = (people: PeopleStore, now: () => number, random: RandomBytes): Sessions => {
  const ends = () => new Date(now() + sessionLength).toISOString()
  return {
    start: async (kind, board, member) => {
      const secret = newSecret(random)
      const expiresAt = ends()
      await people.startSession({ hash: hashOf(secret), kind, expiresAt, members: [{ board, member }] })
      return { secret, expiresAt }
    },
    find: (secret) => people.findSession(hashOf(secret), new Date(now()).toISOString()),
    join: (hash, board, member) => people.joinSession(hash, board, member),
    prolong: async ({ hash, expiresAt }) => {
      if (Date.parse(expiresAt) - now() > sessionLength - day) return false
      await people.touchSession(hash, ends())
      return true
    },
    end: (hash) => people.endSession(hash),
  }
}
