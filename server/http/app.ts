import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { aboutRoutes } from './about.ts'
import { boardRoutes } from './boards.ts'
import { checkRoutes } from './checks.ts'
import { commandRoutes } from './commands.ts'
import { createRoutes } from './create.ts'
import { exportRoutes } from './export.ts'
import { answerFailure, bodyLimit } from './failures.ts'
import { headersFor, keepPrivate } from './headers.ts'
import { healthRoutes } from './health.ts'
import { historyRoutes } from './history.ts'
import { importRoutes } from './import.ts'
import { inboxRoutes } from './inbox.ts'
import { joinRoutes } from './join.ts'
import { wholeCharacters } from './json.ts'
import { cookieName } from '../people/identity.ts'
import { openapi } from './openapi.ts'
import { answerNotFound, pageRoutes } from './pages.ts'
import { sendRefusal } from './refusals.ts'
import { scoreRoutes } from './scores.ts'
import type { App, Services } from './services.ts'
import { sessionRoutes } from './session.ts'
import { templateRoutes } from './templates.ts'
import { visitRoutes } from './visits.ts'

/** Everything that is served over HTTP, ready to listen. */
export const createApp = async (services: Services): Promise<App> => {
  const { config, log, pages } = services
  const app: App = fastify({
    loggerInstance: quiet(log),
    // We say what was answered ourselves, without addresses and headers.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      setHeaders(services, reply)
      answerFailure(error, request, reply)
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  // What a plain form of another site can send is not taken.
  app.removeContentTypeParser('text/plain')
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    parse(request, wholeCharacters(body), done),
  )
  app.decorateRequest('session', null)
  app.decorateRequest('seat', null)
  app.setErrorHandler(answerFailure)
  app.setNotFoundHandler(answerNotFound(pages))
  app.addHook('onRequest', async (request, reply) => admit(services, request, reply))
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    log.debug(
      { method, route: routeOptions.url, status: reply.statusCode, ms: reply.elapsedTime },
      'answered',
    )
  })
  await app.register(cookie)
  await app.register(swagger, openapi(cookieName(services.people.secure)))

  for (const routes of [
    healthRoutes,
    aboutRoutes,
    templateRoutes,
    createRoutes,
    importRoutes,
    exportRoutes,
    joinRoutes,
    boardRoutes,
    checkRoutes,
  ])
    routes(app, services)
  for (const routes of [historyRoutes, commandRoutes, scoreRoutes, sessionRoutes, visitRoutes, inboxRoutes])
    routes(app, services)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  if (pages !== null) await pageRoutes(app, pages)
  await app.ready()
  return app
}

/** Fastify’s own good news is not news: the address is printed by whoever started us. */
const quiet = (log: FastifyBaseLogger): FastifyBaseLogger =>
  log.child({}, { level: ['error', 'fatal', 'silent'].includes(log.level) ? log.level : 'warn' })

const setHeaders = (
  { people }: Services,
  reply: { headers(values: Record<string, string>): unknown },
): void => {
  reply.headers(headersFor(people.origins(), people.secure))
}

/** What holds for every request: our headers on the answer, no foreign page behind it, no work on the way down. */
const admit = async (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> => {
  setHeaders(services, reply)
  if (!request.url.startsWith('/api/')) return undefined
  keepPrivate(reply)
  if (services.closing()) return sendRefusal(request, reply.header('retry-after', 5), { code: 'closing' })
  const safe = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
  if (safe || services.people.originAllowed(request.headers, 'http')) return undefined
  return sendRefusal(request, reply, {
    code: 'foreignOrigin',
    values: { url: services.people.origins()[0] ?? '' },
  })
}
