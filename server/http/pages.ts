import { sep } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './services.ts'
import { sendRefusal } from './refusals.ts'

/* The built client. What carries a hash in its name never changes; the page that names it is asked for each time. */

const hashed = `${sep}assets${sep}`

export const pageRoutes = async (app: App, folder: string): Promise<void> => {
  await app.register(staticFiles, {
    root: folder,
    index: false,
    cacheControl: false,
    dotfiles: 'ignore',
    schemaHide: true,
    setHeaders: (reply, path) => {
      const asset = path.slice(folder.length).startsWith(hashed)
      void reply.header('cache-control', asset ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const page = async (_request: FastifyRequest, reply: FastifyReply) => reply.sendFile('index.html')
  for (const path of ['/', '/join/*', '/b/*', '/accessibility'])
    app.get(path, { schema: { hide: true } }, page)
}

/** An unknown address: a person gets the page, which says so in their language, a script the refusal. */
export const answerNotFound =
  (pages: string | null) =>
  (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const person = request.method === 'GET' && request.headers.accept?.includes('text/html') === true
    const known = /^\/(api|assets|live|sync)\//.test(request.url)
    if (pages !== null && person && !known) return reply.code(404).sendFile('index.html')
    return sendRefusal(request, reply, { code: 'notFound' })
  }
