import * as z from 'zod/mini'
import { GivenScore, Score, ScoreCount } from '../../shared/board/score.ts'
import { notTooOften, onBoard, seatOf } from './caller.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes } from './services.ts'

/* Contributions scored apart: nobody is told of another's before they are revealed. */

const Params = z.object({ board: z.string() })
const Scored = z.object({
  /** The number of the round that is open, which each score must name; null while none is. */
  round: z.nullable(z.int()),
  mine: z.readonly(z.array(Score)),
  given: z.readonly(z.array(ScoreCount)),
})

export const scoreRoutes: Routes = (app, { hub, people }) => {
  app.get(
    '/api/boards/:board/scores',
    {
      onRequest: onBoard(people, hub),
      schema: {
        summary: 'The caller’s own scores of the round that is open, and how much each has scored',
        params: Params,
        response: { 200: Scored, ...refusing },
      },
    },
    async (request) => {
      const { live, member } = seatOf(request)
      const { scoring } = live.board
      return {
        round: scoring?.is === 'open' ? scoring.round : null,
        mine: live.scores.of(member.id).map(({ by: _, ...score }) => score),
        given: live.scores.given,
      }
    },
  )

  app.put(
    '/api/boards/:board/scores',
    {
      onRequest: [onBoard(people, hub), notTooOften(people)],
      schema: {
        summary: 'Score what one activity does for one goal, in the round that is named; null takes it back',
        params: Params,
        body: GivenScore,
        response: { 200: z.object({ given: z.readonly(z.array(ScoreCount)) }), ...refusing },
      },
    },
    async (request, reply) => {
      const { live, member } = seatOf(request)
      const refused = await live.score(member.id, request.body)
      if (refused) return sendRefusal(request, reply, refused.refusal)
      return reply.send({ given: live.scores.given })
    },
  )
}
