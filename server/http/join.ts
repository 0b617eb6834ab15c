import * as z from 'zod/mini'
import { organisationName, personName } from '../../shared/board/members.ts'
import { Member } from '../../shared/board/model.ts'
import { BoardId } from '../../shared/ids.ts'
import { joinLink } from '../people/links.ts'
import { linkBase, signIn } from './arrival.ts'
import { findDoor, invitationOf, knownBehind, lockOf, tryDoor, waitAfterFailure } from './door.ts'
import { Invitation, refusing, sendRefusal, sendWait } from './refusals.ts'
import type { Routes } from './services.ts'

/* Coming in by a link: an invite makes somebody new, a personal return link brings the same person back. */

const Params = z.object({ board: z.string() })
const secret = z.string().check(z.maxLength(500))
const Body = z.strictObject({
  secret,
  /** Needed by whoever is new to the plan; a return link knows whose it is. */
  name: z.optional(personName),
  organisation: z.optional(organisationName),
  /** Needed by a link that asks for one, before the name. */
  password: z.optional(z.string().check(z.maxLength(200))),
})
const Answer = z.object({
  board: BoardId,
  member: Member,
  /** Only for somebody new: the link that brings them back on another device. */
  returnLink: z.optional(z.string()),
})

export const joinRoutes: Routes = (app, services) => {
  const { people } = services
  app.post(
    '/api/boards/:board/join',
    {
      schema: {
        summary: 'Come in by a link',
        params: Params,
        body: Body,
        response: { 200: Answer, ...refusing },
      },
    },
    async (request, reply) => {
      const { name, organisation, password } = request.body
      const door = await findDoor(services, request.params.board, request.body.secret)
      if (!door) {
        const seconds = waitAfterFailure(services, request, request.params.board)
        return seconds > 0
          ? sendWait(request, reply, 'tooManyJoins', seconds)
          : sendRefusal(request, reply, { code: 'linkInvalid' })
      }
      const wait = people.limits.joinsByLink.take(door.hash)
      if (wait > 0) return sendWait(request, reply, 'tooManyJoins', wait)

      const { live, link } = door
      const known = await knownBehind(services, request, door)
      const tried = await tryDoor(services, door, known, password)
      if (tried.is === 'tooMany') return sendWait(request, reply, 'tooManyJoins', tried.seconds)
      if (tried.is === 'wrong' || tried.is === 'missing') {
        const code = tried.is === 'wrong' ? 'passwordWrong' : 'passwordNeeded'
        return sendRefusal(request, reply, { code }, { where: 'password' })
      }
      if (!known && name === undefined) {
        const more = { where: 'name', invitation: invitationOf(door) }
        return sendRefusal(request, reply, { code: 'nameNeeded' }, more)
      }
      const saidPassword = tried.is === 'right'
      const said = { ...(name && { name }), ...(organisation && { organisation }), saidPassword }
      const joined = await live.entrance.join(link, said, known?.id)
      if ('refusal' in joined) return sendRefusal(request, reply, joined.refusal)
      const { member, returnSecret } = joined
      await signIn(people, request, reply, live.board.id, member.id)
      const base = linkBase(people, request)
      const returnLink = returnSecret && joinLink(base, live.board.id, returnSecret)
      return reply.send({ board: live.board.id, member, ...(returnLink && { returnLink }) })
    },
  )

  lookRoute(app, services)
}

const lookRoute: Routes = (app, services) => {
  app.post(
    '/api/boards/:board/join/look',
    {
      schema: {
        summary: 'What a link opens, without coming in',
        params: Params,
        body: z.strictObject({ secret }),
        response: { 200: Look, ...refusing },
      },
    },
    async (request, reply) => {
      const { board } = request.params
      const door = await findDoor(services, board, request.body.secret)
      const wait = door
        ? services.people.limits.joinsByLink.take(door.hash)
        : waitAfterFailure(services, request, board)
      if (wait > 0) return sendWait(request, reply, 'tooManyJoins', wait)
      if (!door) return reply.send({ is: 'closed' })
      const known = await knownBehind(services, request, door)
      if (lockOf(services, door, known) !== null) return reply.send({ is: 'password' })
      return reply.send({ is: 'open', ...invitationOf(door), known: known !== undefined })
    },
  )
}

const Look = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('open'),
    ...Invitation._zod.def.shape,
    /** Whether the caller needs to say no name. */
    known: z.boolean(),
  }),
  /** What it opens is told to nobody who does not know its password. */
  z.object({ is: z.literal('password') }),
  /** Every way in which it opens nothing. */
  z.object({ is: z.literal('closed') }),
])
