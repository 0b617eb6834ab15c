import * as z from 'zod/mini'
import { BoardEvent } from '../../shared/board/log.ts'
import { VersionId } from '../../shared/ids.ts'
import { eventsFor } from '../people/visible.ts'
import type { VersionRow } from '../storage/storage.ts'
import { notTooOften, onBoard, seatOf } from './caller.ts'
import { listProposals, Proposal } from './proposals.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { App, Routes, Services } from './services.ts'

/* How a plan came to be: its log, its versions, what was proposed. */

const Params = z.object({ board: z.string() })

const Since = z.object({ since: z._default(z.string().check(z.regex(/^\d{1,15}$/)), '0') })

export const historyRoutes: Routes = (app, services) => {
  const { hub, people, storage } = services

  app.get(
    '/api/boards/:board/events',
    {
      schema: {
        summary: 'What was decided since',
        params: Params,
        querystring: Since,
        response: { 200: z.readonly(z.array(BoardEvent)), ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people, 'historyByPerson')],
    },
    async (request) => {
      const { live, member } = seatOf(request)
      return eventsFor(member, await storage.boards.events(live.board.id, Number(request.query.since)))
    },
  )

  app.get(
    '/api/boards/:board/proposals',
    {
      schema: {
        summary: 'What waits for a yes, and what became of it',
        params: Params,
        response: { 200: z.array(Proposal), ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people, 'historyByPerson')],
    },
    async (request) => {
      const { live } = seatOf(request)
      return listProposals(live, await storage.boards.proposals(live.board.id))
    },
  )

  versionRoutes(app, services)
}

const version = {
  id: z.string(),
  stepId: z.string(),
  number: z.number(),
  kind: z.literal('agreed'),
  at: z.string(),
  by: z.string(),
  /** SHA-256 (hex) of the canonical JSON (RFC 8785) of `content`. */
  hash: z.string(),
}
const VersionHead = z.object(version)
const Version = z.object({ ...version, content: z.unknown(), decision: z.unknown() })

const versionRoutes = (app: App, { hub, people, storage }: Services): void => {
  app.get(
    '/api/boards/:board/versions',
    {
      schema: {
        summary: 'What was agreed, without its content',
        params: Params,
        response: { 200: z.array(VersionHead), ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people, 'historyByPerson')],
    },
    async (request) => (await storage.boards.versions(seatOf(request).live.board.id)).map(headOf),
  )

  app.get(
    '/api/boards/:board/versions/:id',
    {
      schema: {
        summary: 'One version, whole',
        params: z.extend(Params, { id: z.string() }),
        response: { 200: Version, ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people, 'historyByPerson')],
    },
    async (request, reply) => {
      const id = VersionId.safeParse(request.params.id)
      const found = id.success && (await storage.boards.version(seatOf(request).live.board.id, id.data))
      return found ? reply.send(found) : sendRefusal(request, reply, { code: 'notFound' })
    },
  )
}

const headOf = ({ content: _content, decision: _decision, ...head }: VersionRow) => head
