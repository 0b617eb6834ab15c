import type { SwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { locales } from '../../shared/locale.ts'

/** Where a schema says "any JSON", which refers to itself, the generator leaves a reference to nothing. */
const AnyJson = z.object({ $ref: z.string() })

/** Ours are read-only as values in memory; in OpenAPI the word means "never send this". */
const tidy = (key: string, value: unknown): unknown => {
  if (key === 'readOnly' && value === true) return undefined
  return AnyJson.safeParse(value).success ? {} : value
}

const Schema = z.record(z.string(), z.unknown())

/** Any request may say in which language it wants to be answered. */
const lang = {
  type: 'string',
  enum: locales,
  description: 'The language of refusals; else Accept-Language',
}

const Query = z.object({ properties: z.optional(z.record(z.string(), z.unknown())) })

const withLanguage = (schema: Readonly<Record<string, unknown>>) => {
  const query = Query.safeParse(schema['querystring'])
  const rest = query.success ? query.data.properties : {}
  return { ...schema, querystring: { type: 'object', properties: { ...rest, lang } } }
}

const parameter = (name: string, description: string) => ({
  name,
  in: 'path' as const,
  required: true,
  description,
  schema: { type: 'string' as const },
})
const board = parameter('board', 'The plan’s id')

const answers = {
  '101': { description: 'The socket is open; why it ends is said by its close code' },
  '403': { description: 'The page behind it is not ours' },
  '404': { description: 'There is no such address' },
  '503': { description: 'There are too many sockets, or the service is being restarted' },
}

/** What is not HTTP: the sockets, which begin as a GET with `Upgrade: websocket`. */
const sockets = {
  '/live/{board}': {
    get: {
      summary: 'The plan’s own socket: JSON on channel 0, a step’s text on each other channel',
      parameters: [board],
      responses: answers,
    },
  },
  '/sync/{board}/{step}@{generation}': {
    get: {
      summary: 'One step’s text for a stock y-websocket client',
      parameters: [
        board,
        parameter('step', 'The step’s id, or follow-up'),
        parameter('generation', 'The step’s generation, as the plan tells it'),
      ],
      responses: answers,
    },
  },
}

/** The interface as OpenAPI, made of the schemas that check it. `cookie`: the name that the session's has here. */
export const openapi = (cookie: string): SwaggerOptions => ({
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Samplan',
      version: '1',
      description: 'A cookie, or a bearer token, stands for one member of one or more boards.',
    },
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: cookie },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ cookie: [] }, { token: [] }],
    paths: sockets,
  },
  transform: (route) => {
    const { schema, url } = jsonSchemaTransform(route)
    const tidied = Schema.parse(JSON.parse(JSON.stringify(schema ?? {}), tidy))
    return { url, schema: url.startsWith('/api/') ? withLanguage(tidied) : tidied }
  },
})
