import * as z from 'zod/mini'
import { isDay } from '../../shared/items/leaves.ts'
import { notTooOften, onBoard } from './caller.ts'
import { FindingSaid, today } from './findings.ts'
import { localeOf } from './language.ts'
import { sendWhole } from './told.ts'
import { refusing } from './refusals.ts'
import type { Routes } from './services.ts'

/* What the checks find in a plan: the same list that its pages show. */

const Params = z.object({ board: z.string() })

const Query = z.object({
  /** YYYY-MM-DD; absent: today, in UTC. */
  asOf: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDay))),
})

export const checkRoutes: Routes = (app, { hub, people, now }) => {
  app.get(
    '/api/boards/:board/checks',
    {
      schema: {
        summary: 'What the checks find in the plan, as on the day that is named',
        params: Params,
        querystring: Query,
        response: { 200: z.array(FindingSaid), ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people, 'wholesByPerson')],
    },
    (request, reply) => {
      const asOf = request.query.asOf ?? today(now)
      return sendWhole(request, reply, { is: 'checks', asOf, locale: localeOf(request) })
    },
  )
}
