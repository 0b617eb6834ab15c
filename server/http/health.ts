import * as z from 'zod/mini'
import type { Routes } from './services.ts'

const Health = z.object({ ok: z.boolean() })

export const healthRoutes: Routes = (app, { storage, closing, log }) => {
  app.get('/healthz', { schema: { summary: 'The process lives', response: { 200: Health } } }, async () => ({
    ok: true,
  }))

  app.get(
    '/readyz',
    { schema: { summary: 'It can serve and save', response: { 200: Health, 503: Health } } },
    async (_request, reply) => {
      if (closing()) return reply.code(503).send({ ok: false })
      const ok = await storage.check().then(
        () => true,
        (error: Error) => {
          log.error({ error }, 'the storage cannot read and write')
          return false
        },
      )
      return reply.code(ok ? 200 : 503).send({ ok })
    },
  )
}
