import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { RefusalCode } from '../../shared/board/refusal.ts'
import { refusalStatus } from '../../shared/board/refusal.ts'
import { FindingSaid } from './findings.ts'
import { localeOf, texts } from './language.ts'

/* Every answer that is not what was asked for has this one shape, in the caller's language. */

const status = {
  ...refusalStatus,
  badJson: 400,
  notSignedIn: 401,
  foreignOrigin: 403,
  mayNotCreate: 403,
  notFound: 404,
  tooLarge: 413,
  mediaType: 415,
  invalid: 422,
  badFile: 422,
  unknownKey: 422,
  unknownTemplate: 422,
  tooManyJoins: 429,
  tooManyCommands: 429,
  internal: 500,
  closing: 503,
  notSaved: 503,
  unreadable: 503,
  // Not 503, which clients and proxies try again at once: this lasts until the operator has made room.
  full: 507,
} as const satisfies Record<RefusalCode, number> & Record<string, number>

export type Code = keyof typeof status

export const Invitation = z.object({
  title: z.string(),
  role: z.string(),
  /** The role counts in this step alone. */
  onlyStep: z.optional(z.string()),
  stepTitle: z.optional(z.string()),
})
export type Invitation = z.infer<typeof Invitation>

export const RefusalBody = z.object({
  refusal: z.object({
    code: z.string(),
    message: z.string(),
    /** The path of what does not fit: `decision.votes.for`. */
    where: z.optional(z.string()),
    values: z.optional(z.readonly(z.record(z.string(), z.union([z.string(), z.number()])))),
    /** What stands in the way of agreeing on a step. */
    findings: z.optional(z.array(FindingSaid)),
  }),
  /** What the link would open, when only the person's name is missing. */
  invitation: z.optional(Invitation),
})
type RefusalBody = z.infer<typeof RefusalBody>

/** For the `response` of a route: what it answers when it refuses. */
export const refusing = { '4xx': RefusalBody, '5xx': RefusalBody } as const

export const sendRefusal = (
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: { readonly code: Code; readonly values?: Readonly<Record<string, string | number>> | undefined },
  more: {
    readonly where?: string
    readonly invitation?: Invitation
    readonly findings?: readonly FindingSaid[]
  } = {},
): FastifyReply => {
  const { code, values } = refusal
  const message = texts[localeOf(request)](`refusals.${code}`, { ...values, where: more.where ?? '' })
  const { where, invitation, findings } = more
  const body: RefusalBody = {
    refusal: {
      code,
      message,
      ...(where !== undefined && { where }),
      ...(values && { values }),
      ...(findings && { findings: [...findings] }),
    },
    ...(invitation && { invitation }),
  }
  return reply.code(status[code]).type('application/json; charset=utf-8').send(body)
}

/** For what is asked too often: also says in the header when to come back. */
export const sendWait = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: 'tooManyJoins' | 'tooManyCommands',
  seconds: number,
): FastifyReply => sendRefusal(request, reply.header('retry-after', seconds), { code, values: { seconds } })
