import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BoardId, MemberId } from '../../shared/ids.ts'
import type { SignedIn } from '../people/identity.ts'
import type { People } from '../people/people.ts'
import { setCookie } from './caller.ts'

/* What somebody who has just come in is given. */

/** The caller's session stands for this member from now on; whoever has none gets one, in a cookie. */
export const signIn = async (
  people: People,
  request: FastifyRequest,
  reply: FastifyReply,
  board: BoardId,
  member: MemberId,
  session?: SignedIn,
): Promise<void> => {
  const identity = session ?? (await people.identify(request))
  if (identity.is === 'session') return people.sessions.join(identity.hash, board, member)
  const { secret } = await people.sessions.start('cookie', board, member)
  setCookie(people, reply, secret)
}

/** On localhost a person may have opened us by any of its names: their links begin as their own address does. */
export const linkBase = (people: People, request: FastifyRequest): string => {
  const origins = people.origins()
  return origins.find((origin) => origin === `${request.protocol}://${request.host}`) ?? origins[0] ?? ''
}
