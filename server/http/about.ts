import * as z from 'zod/mini'
import type { Routes } from './services.ts'

const About = z.object({ organisation: z.nullable(z.string()), contact: z.nullable(z.string()) })

/** Who runs the service and where to tell of barriers: for everybody, signed in or not. */
export const aboutRoutes: Routes = (app, { config, storage }) => {
  app.get(
    '/api/about',
    { schema: { summary: 'Who runs the service, and how to reach them', response: { 200: About } } },
    async () => {
      const { organisation } = await storage.workspace.read()
      return { organisation: organisation || null, contact: config.contact }
    },
  )
}
