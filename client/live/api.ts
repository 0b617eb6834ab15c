import * as z from 'zod/mini'
import { Change } from '../../shared/board/proposals.ts'
import { Member, ProposalHead } from '../../shared/board/model.ts'
import { BoardId } from '../../shared/ids.ts'
import { Locale } from '../../shared/locale.ts'
import { ProcessTemplate } from '../../shared/templates/define.ts'
import type { Answer, Asking } from './ask.ts'
import { ask } from './ask.ts'

/* What the page asks the server besides the live board. Answers are read tolerantly: what is new in them is left out. */

const BoardHead = z.object({
  id: BoardId,
  title: z.string(),
  language: Locale,
  template: z.string(),
  createdAt: z.string(),
  me: Member,
  steps: z.array(
    z.object({ id: z.string(), title: z.string(), state: z.enum(['open', 'inReview', 'agreed']) }),
  ),
})
export type BoardHead = z.infer<typeof BoardHead>

/** Whole addresses, each with its secret behind the `#`. */
const Links = z.object({
  facilitator: z.string(),
  editor: z.string(),
  commenter: z.string(),
  reader: z.string(),
})
export type Links = z.infer<typeof Links>

const Created = z.object({ board: BoardId, member: Member, links: Links, returnLink: z.string() })
export type Created = z.infer<typeof Created>

/** What of a file there was no place for, with the reason in words. */
export const LeftOut = z.array(z.object({ place: z.string(), reason: z.string() }))
export type LeftOut = z.infer<typeof LeftOut>

const Imported = z.extend(Created, { leftOut: LeftOut })
export type Imported = z.infer<typeof Imported>

const Joined = z.object({ board: BoardId, member: Member, returnLink: z.optional(z.string()) })
export type Joined = z.infer<typeof Joined>

const ground = z.enum(['clean', 'moved', 'gone', 'taken', 'left'])
const ProposedChange = z.object({
  ...Change._zod.def.innerType.shape,
  /** How it stands to what is written now, or what became of it. */
  state: z.catch(z.optional(ground), undefined),
  /** What stands in its place now; null where there is nothing. */
  now: z._default(z.json(), null),
  /** What accepting would write, where it fits as it is. */
  merged: z._default(z.json(), null),
})
export type ProposedChange = z.infer<typeof ProposedChange>

const proposalWords = z.object({ changes: z.array(ProposedChange) })
const Proposal = z.extend(proposalWords, ProposalHead._zod.def.innerType.shape)
/** A proposal with its words in clear. */
export type Proposal = z.infer<typeof Proposal>

const VersionHead = z.object({
  id: z.string(),
  stepId: z.string(),
  number: z.number(),
  kind: z.string(),
  at: z.string(),
  by: z.string(),
  hash: z.string(),
})
const Version = z.extend(VersionHead, { content: z.unknown(), decision: z.unknown() })
export type VersionHead = z.infer<typeof VersionHead>
export type Version = z.infer<typeof Version>

export interface NewBoard {
  readonly title: string
  readonly template: string
  readonly language: Locale
  readonly name: string
  readonly organisation?: string
  readonly variables?: Readonly<Record<string, string>>
}

export interface Joining {
  readonly secret: string
  /** Needed by whoever is new; without it the answer is the refusal `nameNeeded`, which tells what the link opens. */
  readonly name?: string
  readonly organisation?: string
}

export interface Api {
  templates(): Promise<Answer<readonly ProcessTemplate[]>>
  /** Empty for somebody who is not signed in anywhere. */
  myBoards(): Promise<Answer<readonly BoardHead[]>>
  createBoard(plan: NewBoard): Promise<Answer<Created>>
  /** A plan from a file, led by whoever brings it in. */
  importBoard(file: unknown, who: { readonly name: string }): Promise<Answer<Imported>>
  /** A file of JSON that is served beside the page. */
  file(path: string): Promise<Answer<unknown>>
  join(board: string, person: Joining): Promise<Answer<Joined>>
  proposals(board: string): Promise<Answer<readonly Proposal[]>>
  versions(board: string): Promise<Answer<readonly VersionHead[]>>
  version(board: string, id: string): Promise<Answer<Version>>
  /** Saves the plan's process for other plans. */
  saveProcess(
    board: string,
    named: { readonly title: string; readonly description: string },
  ): Promise<Answer<ProcessTemplate>>
  /** A new personal return link; the old one stops working. */
  returnLink(board: string): Promise<Answer<string>>
  signOut(): Promise<Answer<unknown>>
}

/** `apiOf({ fetch, locale, text })`; the answers' words are in the language that `locale` says at that moment. */
export const apiOf = (asking: Asking): Api => {
  const get = <T>(path: string, answer: z.ZodMiniType<T>) => ask(asking, { method: 'GET', path, answer })
  const post = <T>(path: string, body: unknown, answer: z.ZodMiniType<T>) =>
    ask(asking, { method: 'POST', path, body, answer })
  const on = (board: string, rest: string) => `/api/boards/${encodeURIComponent(board)}/${rest}`
  return {
    templates: () => get('/api/templates', z.array(ProcessTemplate)),
    saveProcess: (board, named) => post(on(board, 'template'), named, ProcessTemplate),
    myBoards: async () => {
      const answer = await get('/api/boards', z.array(BoardHead))
      return answer.is === 'refused' && answer.code === 'notSignedIn' ? { is: 'ok', value: [] } : answer
    },
    createBoard: (plan) => post('/api/boards', plan, Created),
    importBoard: (file, who) => post(`/api/boards/import?${new URLSearchParams(who)}`, file, Imported),
    file: (path) => get(path, z.unknown()),
    join: (board, person) => post(on(board, 'join'), person, Joined),
    proposals: (board) => get(on(board, 'proposals'), z.array(Proposal)),
    versions: (board) => get(on(board, 'versions'), z.array(VersionHead)),
    version: (board, id) => get(on(board, `versions/${encodeURIComponent(id)}`), Version),
    returnLink: async (board) => {
      const answer = await post(on(board, 'return-link'), {}, z.object({ returnLink: z.string() }))
      return answer.is === 'ok' ? { is: 'ok', value: answer.value.returnLink } : answer
    },
    signOut: () => ask(asking, { method: 'DELETE', path: '/api/session', answer: z.unknown() }),
  }
}
