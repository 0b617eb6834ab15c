import * as z from 'zod/mini'
import { BoardEvent, Command } from '../../shared/board/log.ts'
import { visible } from '../../shared/board/model.ts'
import { readWhole } from '../export/whole.ts'
import { planOf } from '../live/findings.ts'
import { notTooOften, onBoard, seatOf } from './caller.ts'
import { isFinding, nameIn, saidFinding, today } from './findings.ts'
import { localeOf } from './language.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes } from './services.ts'

/* The one way to decide something. */

const Params = z.object({ board: z.string() })
const Answer = z.object({ seq: z.int(), events: z.readonly(z.array(BoardEvent)) })

export const commandRoutes: Routes = (app, { hub, people, now }) => {
  app.post(
    '/api/boards/:board/commands',
    {
      schema: {
        summary: 'Decide something',
        params: Params,
        body: Command,
        response: { 200: Answer, ...refusing },
      },
      onRequest: [onBoard(people, hub), notTooOften(people)],
    },
    async (request, reply) => {
      const { live, member } = seatOf(request)
      const outcome = await live.execute(member.id, request.body)
      if (!('refusal' in outcome)) return reply.send(outcome)
      const { refusal } = outcome
      if (!('findings' in refusal) || !refusal.findings) return sendRefusal(request, reply, refusal)
      const { code } = refusal
      const findings = refusal.findings.filter(isFinding)
      const plan = planOf(await readWhole(live, ({ steps }) => visible(steps)), today(now))
      const said = findings.map((finding) => saidFinding(finding, plan, localeOf(request)))
      const named = findings.slice(0, mostNamed).map((finding, at) => {
        const name = nameIn(finding, plan)
        return `${name && `${name}: `}${said[at]?.message ?? ''}`
      })
      const values = { count: said.length, ...refusal.values, list: named.join(' ') }
      return sendRefusal(request, reply, { code, values }, { findings: said })
    },
  )
}

/** How many of the things that stand in the way the sentence names. */
const mostNamed = 3
