import type { SwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'

/** Where a schema says "any JSON", which refers to itself, the generator leaves a reference to nothing. */
const AnyJson = z.object({ $ref: z.string() })

/** Ours are read-only as values in memory; in OpenAPI the word means "never send this". */
const tidy = (key: string, value: unknown): unknown => {
  if (key === 'readOnly' && value === true) return undefined
  return AnyJson.safeParse(value).success ? {} : value
}

const Schema = z.record(z.string(), z.unknown())

/** The interface as OpenAPI, made of the schemas that check it. */
export const openapi: SwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Samplan',
      version: '1',
      description: 'A cookie, or a bearer token, stands for one member of one or more boards.',
    },
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ cookie: [] }, { token: [] }],
  },
  transform: (route) => {
    const { schema, url } = jsonSchemaTransform(route)
    return { url, schema: Schema.parse(JSON.parse(JSON.stringify(schema ?? {}), tidy)) }
  },
}
