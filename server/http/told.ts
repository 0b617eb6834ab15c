import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasAccess, memberOf } from '../../shared/board/model.ts'
import type { Wanted } from '../export/teller.ts'
import { tell } from '../export/teller.ts'
import { seatOf } from './caller.ts'
import { sendRefusal, sendWait } from './refusals.ts'

/** Seconds in which some of what waits has been told. */
const soon = 5

/** Answers with what is JSON already, and fits the route's schema. */
export const sendWhole = async (
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: Wanted,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const { live, member } = seatOf(request)
  const json = await tell(live, wanted)
  if (json === 'tooMany') await sendWait(request, reply, 'tooManyCommands', soon)
  // It may have taken a while, in which they were shown out.
  else if (!hasAccess(memberOf(live.board, member.id)))
    await sendRefusal(request, reply, { code: 'notFound' })
  else await reply.headers(headers).type('application/json; charset=utf-8').send(json)
}
