import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { createApp } from '../../server/http/app.ts'
import type { App, Services } from '../../server/http/services.ts'
import type { Hub } from '../../server/live/hub.ts'
import { createHub } from '../../server/live/hub.ts'
import { createLog } from '../../server/operator/log.ts'
import type { People } from '../../server/people/people.ts'
import { createPeople } from '../../server/people/people.ts'
import { createMemory } from '../../server/storage/memory.ts'
import type { Storage } from '../../server/storage/storage.ts'
import type { Role } from '../../shared/board/model.ts'
import { secureRandom } from '../../shared/ids.ts'
import type { FakeClock } from './clock.ts'
import { fakeClock } from './clock.ts'

/** The real HTTP side over a storage in memory and a clock that stands still; nothing listens. */
export interface Service extends AsyncDisposable {
  readonly app: App
  readonly hub: Hub
  readonly storage: Storage
  readonly people: People
  readonly clock: FakeClock
  /** Every log line so far. */
  readonly logged: () => string
  closing: boolean
  /** Somebody with a browser of their own. */
  visitor(options?: VisitorOptions): Visitor
  /** A started plan and its facilitator. */
  plan(over?: Readonly<Record<string, unknown>>): Promise<Plan>
}

export interface VisitorOptions {
  readonly language?: string
  readonly address?: string
}

export interface Visitor {
  cookie: string | null
  call(method: NonNullable<InjectOptions['method']>, url: string, body?: unknown): Promise<Reply>
  get(url: string): Promise<Reply>
  post(url: string, body?: unknown): Promise<Reply>
}

export type Reply = LightMyRequestResponse

export interface Plan {
  readonly id: string
  readonly facilitator: Visitor
  readonly member: { readonly id: string; readonly role: string }
  readonly links: Readonly<Record<Role, string>>
  readonly returnLink: string
  /** Somebody new comes in by the link for this role. */
  join(role: Role, name?: string): Promise<Visitor & { readonly id: string; readonly returnLink: string }>
  url(rest?: string): string
}

export const secretIn = (link: string): string => link.split('#')[1] ?? ''

const ours = 'http://127.0.0.1:4400'

export interface ServiceOptions {
  readonly publicUrl?: string
  readonly config?: Partial<Services['config']>
  readonly pages?: string | null
  readonly storage?: Storage
  readonly minFree?: number
}

export const openService = async (options: ServiceOptions = {}): Promise<Service> => {
  const { publicUrl, pages = null, storage = createMemory(), minFree = 0 } = options
  const clock = fakeClock()
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const hub = createHub({ storage, clock, random: secureRandom, log, minFree })
  const people = createPeople({
    store: storage.people,
    now: clock.now,
    random: secureRandom,
    secure: publicUrl?.startsWith('https:') ?? false,
    origins: () => (publicUrl ? [publicUrl] : [ours, 'http://localhost:4400']),
  })
  const config = { whoMayCreate: 'anyone', trustProxy: [], contact: null, ...options.config } as const
  const closing = () => service.closing
  const app = await createApp({ hub, storage, people, config, now: clock.now, log, pages, closing })
  const service: Service = {
    app,
    hub,
    storage,
    people,
    clock,
    logged: () => lines.join(''),
    closing: false,
    visitor: (given) => aVisitor(app, given),
    plan: (over) => startPlan(service, over),
    [Symbol.asyncDispose]: async () => {
      await hub.close()
      await app.close()
      await storage.close()
    },
  }
  return service
}

const aVisitor = (app: App, { language = 'en', address = '127.0.0.1' }: VisitorOptions = {}): Visitor => {
  const visitor: Visitor = {
    cookie: null,
    call: async (method, url, body) => {
      const reply = await app.inject({
        method,
        url,
        remoteAddress: address,
        headers: { 'accept-language': language, ...(visitor.cookie && { cookie: visitor.cookie }) },
        ...(body !== undefined && { payload: body as object }),
      })
      for (const { name, value } of reply.cookies) visitor.cookie = value ? `${name}=${value}` : null
      return reply
    },
    get: (url) => visitor.call('GET', url),
    post: (url, body) => visitor.call('POST', url, body),
  }
  return visitor
}

export const aPlan = {
  title: 'En trygg ort',
  template: 'skr-planning',
  language: 'sv',
  name: 'Faye',
  organisation: 'Almsjö kommun',
} as const

const startPlan = async (service: Service, over: Readonly<Record<string, unknown>> = {}): Promise<Plan> => {
  const facilitator = service.visitor()
  const started = await facilitator.post('/api/boards', { ...aPlan, ...over })
  if (started.statusCode !== 201) throw new Error(`a plan was not started: ${started.body}`)
  const { board, member, links, returnLink } = started.json()
  const url = (rest = '') => `/api/boards/${board}${rest}`
  return {
    id: board,
    facilitator,
    member,
    links,
    returnLink,
    url,
    join: async (role, name = role) => {
      const visitor = service.visitor()
      const joined = await visitor.post(url('/join'), { secret: secretIn(links[role]), name })
      if (joined.statusCode !== 200) throw new Error(`nobody came in: ${joined.body}`)
      return Object.assign(visitor, { id: joined.json().member.id, returnLink: joined.json().returnLink })
    },
  }
}
