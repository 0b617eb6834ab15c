import * as z from 'zod/mini'
import { BoardEvent, Command } from '../../shared/board/log.ts'
import { notTooOften, onBoard, seatOf } from './caller.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes } from './services.ts'

/* The one way to decide something. */

const Params = z.object({ board: z.string() })
const Answer = z.object({ seq: z.int(), events: z.readonly(z.array(BoardEvent)) })

export const commandRoutes: Routes = (app, { hub, people }) => {
  app.post(
    '/api/boards/:board/commands',
    {
      schema: {
        summary: 'Decide something',
        params: Params,
        body: Command,
        response: { 200: Answer, ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people)],
    },
    async (request, reply) => {
      const { live, member } = seatOf(request)
      const outcome = await live.execute(member.id, request.body)
      if ('refusal' in outcome) return sendRefusal(request, reply, outcome.refusal)
      return reply.send(outcome)
    },
  )
}
