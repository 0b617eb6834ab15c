import { randomUUID } from 'node:crypto'
import type { BoardEvent, CommandBody } from '../../shared/board/log.ts'
import type { Board, Role, Step } from '../../shared/board/model.ts'
import type { Locale } from '../../shared/locale.ts'
import type { StepFacts } from '../../server/export/step-facts.ts'

/** Somebody who calls the server as a browser does: with an Origin and a jar for cookies. */
export interface Person {
  readonly name: string
  /** What a socket of theirs sends with its upgrade. */
  headers(): Readonly<Record<string, string>>
  get<T = unknown>(path: string): Promise<Answer<T>>
  post<T = unknown>(path: string, body: unknown): Promise<Answer<T>>
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
}

export const aPerson = (url: string, name: string): Person => {
  const jar = new Map<string, string>()
  const headers = () => ({
    origin: url,
    ...(jar.size > 0 && { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') }),
  })
  const call = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers(), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (key && value) jar.set(key, value)
      else if (key) jar.delete(key)
    }
    const text = await response.text()
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T }
  }
  return {
    name,
    headers,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
  }
}

/** A plan that was really started over HTTP, with the secrets of its links. */
export interface StartedPlan {
  readonly board: string
  readonly facilitator: Person
  readonly secrets: Readonly<Record<Role, string>>
  /** Somebody new comes in by the link for this role. */
  join(name: string, role?: Role): Promise<Person>
  command(person: Person, body: CommandBody): Promise<CommandAnswer>
  read(): Promise<BoardAsRead>
}

/** A board as `GET /api/boards/:board` gives it. */
export type StepAsRead = Omit<Step, 'state'> & StepFacts
export type BoardAsRead = Omit<Board, 'steps'> & {
  readonly steps: readonly StepAsRead[]
}

export type CommandAnswer = Answer<{
  readonly seq: number
  readonly events: readonly BoardEvent[]
  readonly refusal?: { readonly code: string; readonly message: string }
}>

export const startPlan = async (
  url: string,
  template = 'skr-planning',
  language: Locale = 'en',
): Promise<StartedPlan> => {
  const facilitator = aPerson(url, 'Faye')
  const started = await facilitator.post<Started>('/api/boards', {
    title: 'A safe town',
    template,
    language,
    name: facilitator.name,
    organisation: 'Almsjö kommun',
  })
  return planOf(url, facilitator, started)
}

/** A plan that was brought in from a file over HTTP. */
export const bringPlan = async (url: string, file: unknown): Promise<StartedPlan> => {
  const facilitator = aPerson(url, 'Faye')
  return planOf(url, facilitator, await facilitator.post('/api/boards/import?name=Faye', file))
}

interface Started {
  readonly board: string
  readonly links: Readonly<Record<Role, string>>
}

const planOf = (url: string, facilitator: Person, started: Answer<Started>): StartedPlan => {
  expectStatus(started, 201)
  const { board, links } = started.body
  const secrets = Object.fromEntries(
    Object.entries(links).map(([role, link]) => [role, secretOf(link)]),
  ) as Record<Role, string>
  return {
    board,
    facilitator,
    secrets,
    join: async (name, role = 'editor') => {
      const person = aPerson(url, name)
      const joined = await person.post(`/api/boards/${board}/join`, { secret: secrets[role], name })
      expectStatus(joined, 200)
      return person
    },
    command: (person, body) => person.post(`/api/boards/${board}/commands`, { id: randomUUID(), ...body }),
    read: async () => (await facilitator.get<BoardAsRead>(`/api/boards/${board}`)).body,
  }
}

/** What stands behind the `#` of a link. */
export const secretOf = (link: string): string => link.split('#')[1] ?? ''

export const expectStatus = (answer: Answer<unknown>, status: number): void => {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`)
}
