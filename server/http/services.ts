import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import type { Hub } from '../live/hub.ts'
import type { People } from '../people/people.ts'
import type { Storage } from '../storage/storage.ts'

/** What the routes stand on; `main.ts` picks it. */
export interface Services {
  readonly hub: Hub
  readonly storage: Storage
  readonly people: People
  readonly config: Pick<Config, 'whoMayCreate' | 'trustProxy' | 'contact'>
  readonly now: () => number
  readonly log: FastifyBaseLogger
  /** The folder of the built pages, or null to serve none. */
  readonly pages: string | null
  /** Whether the server is on its way down. */
  readonly closing: () => boolean
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Adds a group of routes. */
export type Routes = (app: App, services: Services) => void
