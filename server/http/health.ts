import * as z from 'zod/mini'
import type { Routes } from './services.ts'

const Health = z.object({ ok: z.boolean() })
const Ready = z.object({ ok: z.boolean(), reason: z.optional(z.enum(['closing', 'storage', 'full'])) })

export const healthRoutes: Routes = (app, { hub, storage, closing, log }) => {
  app.get('/healthz', { schema: { summary: 'The process lives', response: { 200: Health } } }, async () => ({
    ok: true,
  }))

  app.get(
    '/readyz',
    { schema: { summary: 'It can serve and save', response: { 200: Ready, 503: Ready } } },
    async (_request, reply) => {
      if (closing()) return reply.code(503).send({ ok: false, reason: 'closing' })
      const ok = await storage.check().then(
        () => true,
        (error: Error) => {
          log.error({ error }, 'the storage cannot read and write')
          return false
        },
      )
      if (!ok) return reply.code(503).send({ ok, reason: 'storage' })
      if (hub.space.full) return reply.code(503).send({ ok: false, reason: 'full' })
      return reply.send({ ok })
    },
  )
}
