import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { organisationName, personName } from '../../shared/board/members.ts'
import { Locale } from '../../shared/locale.ts'
import { withFile } from '../import/reader.ts'
import { networkOf } from '../people/limits.ts'
import { linkBase, signIn } from './arrival.ts'
import { whileSpace } from './caller.ts'
import { answerTo, Created, mayCreate } from './create.ts'
import { wholeCharacters } from './json.ts'
import { localeOf, texts } from './language.ts'
import { refusing, sendRefusal, sendWait } from './refusals.ts'
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

/** The routes stand in a scope of their own, in which a body is left a text. */
export const importRoutes: Routes = (app, services) => {
  void app.register(async (scope) => {
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    importRoute(scope.withTypeProvider<ZodTypeProvider>(), services)
  })
}

const importRoute: Routes = (app, services) => {
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
        const wait = people.limits.filesByAddress.take(networkOf(request.ip))
        if (wait > 0) return sendWait(request, reply, 'tooManyCommands', wait)
        return whileSpace(hub)(request, reply)
      },
    },
    async (request, reply) => {
      const t = texts[localeOf(request)]
      const { name, organisation = '', language } = request.query
      const agreedWords = perLocale((of) => texts[of]('imports.agreedWords'))
      const text = typeof request.body === 'string' ? wholeCharacters(request.body) : ''
      return withFile(text, { agreedWords, language }, async (file) => {
        if ('problem' in file) {
          const { where, why } = file.problem
          const values = { problem: t(`imports.${why}`, { where }) }
          return sendRefusal(request, reply, { code: 'badFile', values }, { where })
        }
        const created = await hub.create({ ...file.plan, name, organisation }, (whoAndWhen) =>
          file.bring(whoAndWhen),
        )
        await signIn(people, request, reply, created.board.id, created.member.id)
        const leftOut = file.leftOut.map(({ place, why }) => ({ place, reason: t(`imports.${why}`) }))
        return reply.code(201).send({ ...answerTo(created, linkBase(people, request)), leftOut })
      })
    },
  )
}

const perLocale = (text: (of: Locale) => string) => ({ sv: text('sv'), nb: text('nb'), en: text('en') })
