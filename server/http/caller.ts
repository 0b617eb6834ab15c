import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Member } from '../../shared/board/model.ts'
import { hasAccess, memberOf } from '../../shared/board/model.ts'
import { must } from '../../shared/assert.ts'
import { BoardId } from '../../shared/ids.ts'
import type { Hub } from '../live/hub.ts'
import type { LiveBoard } from '../live/board.ts'
import type { SignedIn } from '../people/identity.ts'
import { cookieIn, cookieName } from '../people/identity.ts'
import type { People } from '../people/people.ts'
import { sessionLength } from '../people/sessions.ts'
import { sendRefusal, sendWait } from './refusals.ts'

/** Somebody on a board: what most routes are about. */
export interface Seat {
  readonly live: LiveBoard
  readonly member: Member
}

declare module 'fastify' {
  interface FastifyRequest {
    session: SignedIn | null
    seat: Seat | null
  }
}

export const sessionOf = (request: FastifyRequest): SignedIn => must(request.session)
export const seatOf = (request: FastifyRequest): Seat => must(request.seat)

type Gate = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>

/** Lets nobody in who is not signed in: 401. Runs before the body is read. */
export const signedIn =
  (people: People): Gate =>
  async (request, reply) =>
    (await isSignedIn(people, request, reply))
      ? undefined
      : sendRefusal(request, reply, { code: 'notSignedIn' })

/** Lets nobody in who does not take part in the plan: the same 404 as for a plan that does not exist. */
export const onBoard =
  (people: People, hub: Hub): Gate =>
  async (request, reply) => {
    if (!(await isSignedIn(people, request, reply)))
      return sendRefusal(request, reply, { code: 'notSignedIn' })
    request.seat = await findSeat(hub, sessionOf(request), request.params)
    return request.seat ? undefined : sendRefusal(request, reply, { code: 'notFound' })
  }

/** A reply is awaited like a promise and comes out as nothing, so whether one was sent is never handed on as one. */
const isSignedIn = async (people: People, request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
  const identity = await people.identify(request)
  if (identity.is === 'nobody') return false
  request.session = identity
  const prolonged = await people.sessions.prolong(identity)
  if (prolonged && identity.kind === 'cookie') setCookie(people, reply, cookieOf(people, request))
  return true
}

/** Lets a member write, or read what takes long, so many times: 429. Stands behind `onBoard`. */
export const notTooOften =
  (
    { limits }: People,
    what: 'commandsByPerson' | 'wholesByPerson' | 'historyByPerson' = 'commandsByPerson',
  ): Gate =>
  async (request, reply) => {
    const wait = limits[what].take(seatOf(request).member.id)
    return wait > 0 ? sendWait(request, reply, 'tooManyCommands', wait) : undefined
  }

/** Takes nothing new while the disk is nearly full: 507. */
export const whileSpace =
  (hub: Hub): Gate =>
  async (request, reply) =>
    hub.space.full ? sendRefusal(request, reply, { code: 'full' }) : undefined

const findSeat = async (hub: Hub, session: SignedIn, params: unknown): Promise<Seat | null> => {
  const id = BoardId.safeParse((params as { board?: unknown }).board)
  const memberId = id.success ? session.memberOn(id.data) : null
  const live = id.success && memberId ? await hub.open(id.data) : null
  const member = live && memberId ? memberOf(live.board, memberId) : undefined
  return live && hasAccess(member) ? { live, member } : null
}

const cookieOf = (people: People, request: FastifyRequest): string =>
  must(cookieIn(request.headers, cookieName(people.secure)))

export const setCookie = (people: People, reply: FastifyReply, secret: string): void => {
  void reply.setCookie(cookieName(people.secure), secret, {
    ...cookieRules(people),
    maxAge: sessionLength / 1000,
  })
}

export const clearCookie = (people: People, reply: FastifyReply): void => {
  void reply.clearCookie(cookieName(people.secure), cookieRules(people))
}

const cookieRules = (people: People) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: people.secure }) as const
