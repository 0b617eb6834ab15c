import * as z from 'zod/mini'
import { fileName, PlanFile } from '../export/plan-file.ts'
import { notTooOften, onBoard, seatOf } from './caller.ts'
import { sendWhole } from './told.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes } from './services.ts'

/* The plan as files. */

const Params = z.object({ board: z.string() })
const formats = ['json'] as const

export const exportRoutes: Routes = (app, { hub, people, now }) => {
  app.get(
    '/api/boards/:board/export',
    {
      schema: {
        summary: 'The formats in which the plan can be had',
        params: Params,
        response: { 200: z.array(z.string()), ...refusing },
      },
      onRequest: onBoard(people, hub),
    },
    async () => [...formats],
  )

  app.get(
    '/api/boards/:board/export/:format',
    {
      schema: {
        summary: 'The plan as a file, which can be brought in again',
        params: z.extend(Params, { format: z.string() }),
        response: { 200: PlanFile, ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people, 'wholesByPerson')],
    },
    async (request, reply) => {
      const { format } = request.params
      if (!formats.some((known) => known === format)) return sendRefusal(request, reply, { code: 'notFound' })
      const { live } = seatOf(request)
      const wanted = { is: 'file', at: new Date(now()).toISOString() } as const
      const name = disposition(fileName(live.board.title, 'json'))
      return sendWhole(request, reply, wanted, { 'content-disposition': name })
    },
  )
}

/** The name twice: as every browser reads it, and for those that only know ASCII. */
const disposition = (name: string): string => {
  const ascii = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
