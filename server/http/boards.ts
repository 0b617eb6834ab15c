import * as z from 'zod/mini'
import { Board, Member, Step, visible } from '../../shared/board/model.ts'
import { PlanSnapshot } from '../export/snapshot.ts'
import { factsOf, StepFacts } from '../export/step-facts.ts'
import { boardFor } from '../people/visible.ts'
import { notTooOften, onBoard, seatOf, sessionOf, signedIn } from './caller.ts'
import { sendWhole } from './told.ts'
import { seatsOf } from './mine.ts'
import { refusing } from './refusals.ts'
import type { Routes } from './services.ts'

/* The caller's plans, and a plan as it stands. */

const Params = z.object({ board: z.string() })

const BoardHead = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string(),
  template: z.string(),
  createdAt: z.string(),
  me: Member,
  steps: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
})

const { state: _, ...stepShape } = Step._zod.def.innerType.shape
const BoardView = z.object({
  ...Board._zod.def.innerType.shape,
  steps: z.array(z.object({ ...stepShape, ...StepFacts._zod.def.shape })),
  me: Member,
})

export const boardRoutes: Routes = (app, services) => {
  const { hub, people } = services
  app.get(
    '/api/boards',
    {
      schema: { summary: 'The caller’s plans', response: { 200: z.array(BoardHead), ...refusing } },
      onRequest: signedIn(people),
    },
    async (request) => {
      const seats = await seatsOf(services, sessionOf(request))
      return seats.map(({ live, member }) => headOf(live.board, member))
    },
  )

  app.get(
    '/api/boards/:board',
    {
      schema: {
        summary: 'The plan as it stands',
        params: Params,
        response: { 200: BoardView, ...refusing },
      },
      onRequest: onBoard(people, hub),
    },
    async (request) => {
      const { live, member } = seatOf(request)
      const board = boardFor(member, live.board)
      const steps = board.steps.map(({ state, ...step }) => ({ ...step, ...factsOf(state) }))
      return { ...board, steps, me: member }
    },
  )

  app.get(
    '/api/boards/:board/snapshot',
    {
      schema: {
        summary: 'The plan as plain data, with what is written in it',
        params: Params,
        response: { 200: PlanSnapshot, ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people, 'wholesByPerson')],
    },
    (request, reply) => sendWhole(request, reply, { is: 'snapshot' }),
  )
}

const headOf = (board: Board, me: Member): z.infer<typeof BoardHead> => ({
  id: board.id,
  title: board.title,
  language: board.language,
  template: board.template,
  createdAt: board.createdAt,
  me,
  steps: visible(board.steps).map(({ id, title, state }) => ({ id, title, state: state.is })),
})
