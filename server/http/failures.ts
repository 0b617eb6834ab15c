import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { StorageError } from '../storage/storage.ts'
import type { Code } from './refusals.ts'
import { sendRefusal } from './refusals.ts'

/** Largest body that is taken, in bytes. */
export const bodyLimit = 1_048_576

/** Turns what a request ran into into an answer; only what is our fault is logged, and never with its words. */
export const answerFailure = (
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  if (error.validation) return sendInvalid(error.validation, request, reply)
  const code = codeOf(error)
  if (code === 'internal' || code === 'notSaved' || code === 'unreadable')
    request.log.error({ error, method: request.method, route: request.routeOptions.url }, 'a request failed')
  const values =
    code === 'tooLarge' ? { megabytes: (request.routeOptions.bodyLimit ?? bodyLimit) / 1_048_576 } : undefined
  return sendRefusal(request, reply, { code, values })
}

const codeOf = (error: FastifyError): Code => {
  if (error instanceof StorageError) return codeOfStorage(error)
  switch (error.statusCode) {
    case 413:
      return 'tooLarge'
    case 415:
      return 'mediaType'
    case 404:
    case 414:
      return 'notFound'
    case 503:
      return 'closing'
    default:
      if (error.code === 'FST_ERR_BAD_URL') return 'notFound'
      return error.statusCode !== undefined && error.statusCode < 500 ? 'badJson' : 'internal'
  }
}

const codeOfStorage = (error: StorageError): Code => {
  if (error.code === 'closed') return 'closing'
  if (error.code === 'corrupt') return 'unreadable'
  return error.code === 'full' || error.code === 'io' ? 'notSaved' : 'internal'
}

const sendInvalid = (
  issues: NonNullable<FastifyError['validation']>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const unknown = issues.find((issue) => issue.keyword === 'unrecognized_keys')
  const issue = unknown ?? issues[0]
  const path = (issue?.instancePath ?? '').split('/').filter((part) => part !== '')
  const keys: unknown = unknown?.params['keys']
  const key = Array.isArray(keys) ? String(keys[0]) : null
  const where = [...path, ...(key === null ? [] : [key])].join('.').slice(0, 200)
  return sendRefusal(request, reply, { code: unknown ? 'unknownKey' : 'invalid' }, { where: where || 'body' })
}
