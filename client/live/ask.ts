import * as z from 'zod/mini'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import type { Translate } from '../../shared/messages/format.ts'
import type { Surroundings } from './surroundings.ts'

/* One question to the server over HTTP, and one of three answers. */

export type Answer<T> =
  | { readonly is: 'ok'; readonly value: T }
  | Refused
  /** No answer that could be understood; `again` when the same question may well be answered later. */
  | {
      readonly is: 'failed'
      readonly message: string
      readonly again: boolean
      readonly waitSeconds?: number
    }

export interface Refused {
  readonly is: 'refused'
  readonly code: string
  readonly message: string
  /** The field that does not fit: `decision.date`. */
  readonly where?: string | undefined
  /** What the link would open, when only the person's name is missing. */
  readonly invitation?: Invitation | undefined
}

export interface Asking {
  readonly fetch: Surroundings['fetch']
  readonly locale: () => Locale
  readonly text: () => Translate
}

export interface Question<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** What the answer has to look like. */
  readonly answer: z.ZodMiniType<T>
  readonly signal?: AbortSignal
}

export const Invitation = z.object({
  title: z.string(),
  role: z.string(),
  onlyStep: z.optional(z.string()),
  stepTitle: z.optional(z.string()),
})
export type Invitation = z.infer<typeof Invitation>

const Refusal = z.object({
  refusal: z.object({ code: z.string(), message: z.string(), where: z.optional(z.string()) }),
  invitation: z.optional(Invitation),
})

export const ask = async <T>(asking: Asking, question: Question<T>): Promise<Answer<T>> => {
  const response = await reach(asking, question)
  if (!response) return { is: 'failed', message: asking.text()('common.noAnswer'), again: true }
  const body = await json(response)
  if (response.ok) {
    const value = question.answer.safeParse(body)
    if (value.success) return { is: 'ok', value: value.data }
  }
  return refusal(asking, response, body)
}

/** Null when the server could not be reached. */
const reach = (
  { fetch, locale }: Asking,
  { method, path, body, signal }: Question<unknown>,
): Promise<Response | null> =>
  fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': languageTag[locale()],
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && said(JSON.stringify(body))),
    ...(signal && { signal }),
  }).catch(() => null)

/** Browsers let this much outlive the page that sends it. */
const outlives = 10_000

const said = (body: string) => ({ body, keepalive: body.length < outlives })

/** A proxy on the way may answer with a page of its own. */
const json = (response: Response): Promise<unknown> => response.json().catch(() => null)

const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

const refusal = (asking: Asking, response: Response, body: unknown): Exclude<Answer<never>, { is: 'ok' }> => {
  const said = Refusal.safeParse(body)
  if (said.success && response.status < 500 && response.status !== 429) {
    const { refusal, invitation } = said.data
    return { is: 'refused', ...refusal, invitation }
  }
  const message = said.success ? said.data.refusal.message : asking.text()('common.ourFault')
  const again = passing.has(response.status) && !(said.success && lasting.has(said.data.refusal.code))
  const waitSeconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return { is: 'failed', message, again, ...(waitSeconds > 0 && { waitSeconds }) }
}

/** Said by the server itself, and not over in a moment. */
const lasting: ReadonlySet<string> = new Set(['notSaved', 'unreadable', 'internal'])
