import * as z from 'zod/mini'
import { deny } from '../../shared/board/access.ts'
import { planTitle } from '../../shared/board/plan.ts'
import { BoardId, newId } from '../../shared/ids.ts'
import { ProcessTemplate } from '../../shared/templates/define.ts'
import { templates } from '../../shared/templates/index.ts'
import { processOf } from '../export/process.ts'
import type { Storage } from '../storage/storage.ts'
import { onBoard, seatOf, whileSpace } from './caller.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes } from './services.ts'

/* The processes that a plan may follow: ours, and those that facilitators saved. */

const Params = z.object({ board: z.string() })
const Body = z.strictObject({
  title: planTitle,
  description: z.optional(z.string().check(z.trim(), z.maxLength(2000))),
})

/** Everybody who starts a plan is sent all of them. */
const savedAtMost = 50
const longestProcess = 300_000

export const templateRoutes: Routes = (app, { hub, people, storage }) => {
  app.get(
    '/api/templates',
    {
      schema: {
        summary: 'The processes that a plan may follow',
        response: { 200: z.array(ProcessTemplate) },
      },
    },
    async () => [...(await processesIn(storage))],
  )

  app.post(
    '/api/boards/:board/template',
    {
      schema: {
        summary: 'Save the process of a plan as a template for others',
        params: Params,
        body: Body,
        response: { 201: ProcessTemplate, ...refusing },
      },
      onRequest: [onBoard(people, hub), whileSpace(hub)],
    },
    async (request, reply) => {
      const { live, member } = seatOf(request)
      if (deny(member, 'plan.change') !== null) return sendRefusal(request, reply, { code: 'role' })
      const { title, description = '' } = request.body
      const known = await processesIn(storage)
      if (known.length - templates.length >= savedAtMost)
        return sendRefusal(request, reply, { code: 'tooManyParts', values: { limit: savedAtMost } })
      const { board } = live
      const base = known.find(({ id }) => id === board.template)
      const process = processOf(board, base, { id: newId(BoardId), title, description })
      if (JSON.stringify(process).length > longestProcess)
        return sendRefusal(request, reply, { code: 'tooLong' })
      await storage.workspace.write((workspace) => ({
        ...workspace,
        processes: [...workspace.processes, process],
      }))
      return reply.code(201).send(process)
    },
  )
}

/** What somebody has written into the file by hand, and is no process, is passed over. */
export const processesIn = async ({
  workspace,
}: Pick<Storage, 'workspace'>): Promise<readonly ProcessTemplate[]> => {
  const { processes } = await workspace.read()
  const saved = processes.flatMap((one) => {
    const read = ProcessTemplate.safeParse(one)
    return read.success && !templates.some(({ id }) => id === read.data.id) ? [read.data] : []
  })
  return [...templates, ...saved]
}
