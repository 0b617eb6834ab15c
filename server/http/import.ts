import * as z from 'zod/mini'
import { organisationName, personName } from '../../shared/board/members.ts'
import { secureRandom } from '../../shared/ids.ts'
import { Locale } from '../../shared/locale.ts'
import { bring } from '../import/bring.ts'
import { readFile } from '../import/file.ts'
import { linkBase, signIn } from './arrival.ts'
import { whileSpace } from './caller.ts'
import { answerTo, Created, mayCreate } from './create.ts'
import { localeOf, texts } from './language.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes } from './services.ts'

/* A plan from a file: whoever brings it is its facilitator, and the people in the file are names without access. */

const largestFile = 20 * 1_048_576

const Query = z.object({
  name: personName,
  organisation: z.optional(organisationName),
  /** Absent: the file's. */
  language: z.optional(Locale),
  lang: z.optional(z.string()),
})

const Answer = z.extend(Created, {
  leftOut: z.array(
    z.object({
      /** `trends (3)` */
      place: z.string(),
      /** In the caller’s language. */
      reason: z.string(),
    }),
  ),
})

export const importRoutes: Routes = (app, services) => {
  const { hub, people } = services
  app.post(
    '/api/boards/import',
    {
      schema: {
        summary: 'Bring a plan in from a file',
        querystring: Query,
        body: z.unknown(),
        response: { 201: Answer, ...refusing },
      },
      bodyLimit: largestFile,
      onRequest: async (request, reply) => {
        if (!mayCreate(services, request)) return sendRefusal(request, reply, { code: 'mayNotCreate' })
        return whileSpace(hub)(request, reply)
      },
    },
    async (request, reply) => {
      const t = texts[localeOf(request)]
      const { name, organisation = '', language } = request.query
      const agreedWords = (of: Locale) => texts[of]('imports.agreedWords')
      const file = readFile(request.body, { random: secureRandom, agreedWords, language })
      if ('problem' in file) {
        const { where, why } = file.problem
        const values = { problem: t(`imports.${why}`, { where }) }
        return sendRefusal(request, reply, { code: 'badFile', values }, { where })
      }
      const { title, template, variables, steps } = file.plan
      const plan = { title, template, variables, steps, language: file.plan.language, name, organisation }
      const created = await hub.create(plan, (bringing) => bring(file, bringing))
      await signIn(people, request, reply, created.board.id, created.member.id)
      const leftOut = file.leftOut.map(({ place, why }) => ({ place, reason: t(`imports.${why}`) }))
      return reply.code(201).send({ ...answerTo(created, linkBase(people, request)), leftOut })
    },
  )
}
