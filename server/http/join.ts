import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { inviteIsValid, organisationName, personName } from '../../shared/board/members.ts'
import { hasAccess, Member, memberOf } from '../../shared/board/model.ts'
import { BoardId, Secret } from '../../shared/ids.ts'
import type { LiveBoard } from '../live/board.ts'
import { networkOf } from '../people/limits.ts'
import { hashOf, joinLink } from '../people/links.ts'
import type { Link } from '../storage/storage.ts'
import { linkBase, signIn } from './arrival.ts'
import { refusing, sendRefusal, sendWait } from './refusals.ts'
import type { Routes, Services } from './services.ts'

/* Coming in by a link: an invite makes somebody new, a personal return link brings the same person back. */

const Params = z.object({ board: z.string() })
const Body = z.strictObject({
  secret: z.string().check(z.maxLength(500)),
  /** Needed by whoever is new to the plan; a return link knows whose it is. */
  name: z.optional(personName),
  organisation: z.optional(organisationName),
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
      const { secret, name, organisation } = request.body
      const door = await findDoor(services, request.params.board, secret)
      if (!door) return failed(services, request, reply)
      const wait = people.limits.joinsByLink.take(hashOf(secret))
      if (wait > 0) return sendWait(request, reply, 'tooManyJoins', wait)

      const { live, link } = door
      const identity = await people.identify(request)
      const as = (identity.is === 'session' && identity.memberOn(live.board.id)) || undefined
      if (link.is === 'invite' && name === undefined && !memberOf(live.board, as ?? ''))
        return askName(request, reply, door)
      const joined = await live.join(
        link,
        { ...(name && { name }), ...(organisation && { organisation }) },
        as,
      )
      if ('refusal' in joined) return sendRefusal(request, reply, joined.refusal)
      const { member, returnSecret } = joined
      await signIn(
        people,
        request,
        reply,
        live.board.id,
        member.id,
        identity.is === 'session' ? identity : undefined,
      )
      const base = linkBase(people, request)
      const returnLink = returnSecret && joinLink(base, live.board.id, returnSecret)
      return reply.send({ board: live.board.id, member, ...(returnLink && { returnLink }) })
    },
  )
}

interface Door {
  readonly live: LiveBoard
  readonly link: Link
}

/** What a secret opens, or null for every way in which it opens nothing. */
const findDoor = async (services: Services, boardId: string, secret: string): Promise<Door | null> => {
  const board = BoardId.safeParse(boardId)
  const known = Secret.safeParse(secret)
  if (!board.success || !known.success) return null
  const link = await services.storage.people.findLink(board.data, hashOf(known.data))
  const live = link && (await services.hub.open(board.data))
  if (!link || !live) return null
  return opens(live, link, new Date(services.now()).toISOString()) ? { live, link } : null
}

const opens = (live: LiveBoard, link: Link, now: string): boolean => {
  if (link.is === 'return') return hasAccess(memberOf(live.board, link.member))
  const invite = live.board.invites.find((one) => one.id === link.invite)
  return invite !== undefined && inviteIsValid(invite, now)
}

/**
 * Only failures are held back: a secret of 128 bits cannot be guessed, and a whole workshop may sit behind one
 * address, so a good link always opens.
 */
const failed = ({ people }: Services, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { board } = request.params as z.infer<typeof Params>
  const wait = Math.max(
    people.limits.failedJoinsByAddress.take(networkOf(request.ip)),
    people.limits.failedJoinsByBoard.take(board),
  )
  if (wait > 0) return sendWait(request, reply, 'tooManyJoins', wait)
  return sendRefusal(request, reply, { code: 'linkInvalid' })
}

const askName = (request: FastifyRequest, reply: FastifyReply, { live, link }: Door): FastifyReply => {
  const invite = live.board.invites.find((one) => link.is === 'invite' && one.id === link.invite)
  const invitation = { title: live.board.title, role: invite?.role ?? '' }
  return sendRefusal(request, reply, { code: 'nameNeeded' }, { where: 'name', invitation })
}
