import * as z from 'zod/mini'
import { ProcessTemplate } from '../../shared/templates/define.ts'
import { templates } from '../../shared/templates/index.ts'
import type { Routes } from './services.ts'

export const templateRoutes: Routes = (app) => {
  app.get(
    '/api/templates',
    {
      schema: {
        summary: 'The processes that a plan may follow',
        response: { 200: z.array(ProcessTemplate) },
      },
    },
    async () => [...templates],
  )
}
