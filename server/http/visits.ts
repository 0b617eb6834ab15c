import * as z from 'zod/mini'
import { may } from '../../shared/board/access.ts'
import { inboxOf } from '../../shared/board/inbox.ts'
import type { Board } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import { isShown } from '../../shared/board/shown.ts'
import { MemberId } from '../../shared/ids.ts'
import type { Writing } from '../../shared/board/visit.ts'
import { ReadState, Visit } from '../../shared/board/visit.ts'
import type { LiveBoard } from '../live/board.ts'
import { notTooOften, onBoard, seatOf, whileSpace } from './caller.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes } from './services.ts'

/* Coming back: what somebody missed, and what they have read. */

const Params = z.object({ board: z.string() })

const What = z.union([
  z.strictObject({ ids: z.readonly(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(2000))) }),
  /** Everything up to here. */
  z.strictObject({ before: z.iso.datetime() }),
])

const LastHere = z.object({ member: MemberId, at: z.iso.datetime() })

export const visitRoutes: Routes = (app, { hub, people }) => {
  const mine = { onRequest: onBoard(people, hub) }

  app.get(
    '/api/boards/:board/visit',
    {
      ...mine,
      schema: {
        summary: 'What the caller missed, and what they have read',
        params: Params,
        response: { 200: Visit, ...refusing },
      },
    },
    async (request) => {
      const { live, member } = seatOf(request)
      const { since, read } = live.visits.of(member.id)
      const written = await live.writings.since(since ?? member.joinedAt, member.id)
      return { since, read, written: shown(written, live.board) }
    },
  )

  app.post(
    '/api/boards/:board/read',
    {
      onRequest: [onBoard(people, hub), notTooOften(people), whileSpace(hub)],
      schema: {
        summary: 'Mark single things, or everything up to a moment, as read',
        params: Params,
        body: What,
        response: { 200: ReadState, ...refusing },
      },
    },
    async (request) => {
      const { live, member } = seatOf(request)
      return live.visits.read(member.id, known(request.body, live, member.id))
    },
  )

  app.get(
    '/api/boards/:board/visits',
    {
      ...mine,
      schema: {
        summary: 'When each was last here; for facilitators',
        params: Params,
        response: { 200: z.array(LastHere), ...refusing },
      },
    },
    async (request, reply) => {
      const { live, member } = seatOf(request)
      if (!may(member, 'members.manage')) return sendRefusal(request, reply, { code: 'role' })
      return reply.send(live.visits.all().map(({ member: one, hereAt: at }) => ({ member: one, at })))
    },
  )
}

/** What is hidden now is nobody's news. */
const shown = (written: readonly Writing[], board: Board): readonly Writing[] => {
  const isNews = ({ stepId, what }: Writing) => isShown(board, { type: 'text', stepId, id: what })
  return written.filter((one) => !stepOf(board, one.stepId) || isNews(one))
}

/** The marks that are of something: what is not there would only take up room. */
const known = (what: z.infer<typeof What>, { board }: LiveBoard, me: MemberId): z.infer<typeof What> => {
  if ('before' in what) return what
  const ids = new Set<string>([...board.comments, ...inboxOf(board, me)].map(({ id }) => id))
  return { ids: what.ids.filter((id) => ids.has(id)) }
}
