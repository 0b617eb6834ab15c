import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { organisationName, personName } from '../../shared/board/members.ts'
import type { Role } from '../../shared/board/model.ts'
import { Member, roles } from '../../shared/board/model.ts'
import { planTitle } from '../../shared/board/plan.ts'
import { BoardId } from '../../shared/ids.ts'
import { Locale } from '../../shared/locale.ts'
import type { ProcessTemplate } from '../../shared/templates/define.ts'
import { structureOf, variablesOf } from '../../shared/templates/define.ts'
import { isLocalHost } from '../config.ts'
import type { Created as NewBoard, NewPlan } from '../live/hub.ts'
import { joinLink } from '../people/links.ts'
import { linkBase, signIn } from './arrival.ts'
import { whileSpace } from './caller.ts'
import { refusing, sendRefusal } from './refusals.ts'
import type { Routes, Services } from './services.ts'
import { processesIn } from './templates.ts'

/* Starting a plan: whoever does it is its facilitator and gets the links to hand out. */

const Body = z.strictObject({
  title: planTitle,
  template: z.string(),
  language: Locale,
  name: personName,
  organisation: z.optional(organisationName),
  variables: z.optional(z.record(z.string(), z.string().check(z.maxLength(200)))),
})

const Links = z.object({
  facilitator: z.string(),
  editor: z.string(),
  commenter: z.string(),
  reader: z.string(),
} satisfies Record<Role, unknown>)

export const Created = z.object({ board: BoardId, member: Member, links: Links, returnLink: z.string() })

export const createRoutes: Routes = (app, services) => {
  const { hub, people, storage } = services
  app.post(
    '/api/boards',
    {
      schema: { summary: 'Start a plan', body: Body, response: { 201: Created, ...refusing } },
      onRequest: async (request, reply) => {
        if (!mayCreate(services, request)) return sendRefusal(request, reply, { code: 'mayNotCreate' })
        return whileSpace(hub)(request, reply)
      },
    },
    async (request, reply) => {
      const plan = planFrom(request.body, await processesIn(storage))
      if ('code' in plan) return sendRefusal(request, reply, plan, { where: plan.where })
      const created = await hub.create(plan)
      await signIn(people, request, reply, created.board.id, created.member.id)
      return reply.code(201).send(answerTo(created, linkBase(people, request)))
    },
  )
}

const planFrom = (
  body: z.infer<typeof Body>,
  processes: readonly ProcessTemplate[],
): NewPlan | { readonly code: 'unknownTemplate' | 'unknownKey'; readonly where: string } => {
  const { title, language, name, organisation = '', variables = {} } = body
  const template = processes.find(({ id }) => id === body.template)
  if (!template) return { code: 'unknownTemplate', where: 'template' }
  const unknown = Object.keys(variables).find((key) => !Object.hasOwn(template.variables ?? {}, key))
  if (unknown !== undefined) return { code: 'unknownKey', where: `variables.${unknown}`.slice(0, 200) }
  return {
    title,
    language,
    template: template.id,
    variables: variablesOf(template, variables),
    steps: structureOf(template, language, variables),
    name,
    organisation,
  }
}

export const answerTo = (
  { board, member, secrets, returnSecret }: NewBoard,
  base: string,
): z.infer<typeof Created> => {
  const links = Object.fromEntries(roles.map((role) => [role, joinLink(base, board.id, secrets[role])]))
  return {
    board: board.id,
    member,
    links: Links.parse(links),
    returnLink: joinLink(base, board.id, returnSecret),
  }
}

/** Whether the caller may start plans here, in whatever way. */
export const mayCreate = ({ config }: Services, request: FastifyRequest): boolean => {
  if (config.whoMayCreate !== 'local') return config.whoMayCreate === 'anyone'
  // Behind a proxy that we were not told to trust, everybody seems to call from here.
  const relayed = ['x-forwarded-for', 'forwarded', 'via'].some((name) => request.headers[name] !== undefined)
  if (relayed && config.trustProxy.length === 0) return false
  const address = request.ip.replace(/^::ffff:/i, '')
  return isIP(address) !== 0 && isLocalHost(address)
}
