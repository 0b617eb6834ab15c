import * as z from 'zod/mini'
import { Change } from '../../shared/board/proposals.ts'
import { Member, ProposalHead } from '../../shared/board/model.ts'
import { Visit } from '../../shared/board/visit.ts'
import { BoardId } from '../../shared/ids.ts'
import { Locale } from '../../shared/locale.ts'
import { ProcessTemplate } from '../../shared/templates/define.ts'
import type { Answer, Asking } from './ask.ts'
import { ask, Invitation } from './ask.ts'

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
  /** Of a link that asks for one. */
  readonly password?: string
}

/** Who runs the service, and a mail address or a page to tell of barriers; null where none was set. */
const About = z.object({ organisation: z.nullable(z.string()), contact: z.nullable(z.string()) })
export type About = z.infer<typeof About>

/** What a link leads to, before anybody has come in by it. */
const Look = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('open'),
    ...Invitation._zod.def.shape,
    /** Whether the person need not say who they are. */
    known: z.boolean(),
  }),
  z.object({ is: z.literal('password') }),
  z.object({ is: z.literal('closed') }),
])
export type Look = z.infer<typeof Look>

/** When a member was last here. */
const LastHere = z.object({ member: z.string(), at: z.string() })
export type LastHere = z.infer<typeof LastHere>

const AskedOnBoard = z.object({
  board: BoardId,
  title: z.string(),
  language: Locale,
  unread: z.number(),
  entries: z.array(
    z.object({
      id: z.string(),
      because: z.enum(['mention', 'assigned', 'answer', 'review']),
      at: z.string(),
      stepId: z.string(),
      commentId: z.optional(z.string()),
      isRead: z.boolean(),
      stepTitle: z.string(),
      byName: z.string(),
      /** How the comment begins; a review has none. */
      words: z._default(z.string(), ''),
    }),
  ),
})
/** What is asked of the person on one of their plans, the newest first. */
export type AskedOnBoard = z.infer<typeof AskedOnBoard>

/** Who leads a plan, for whoever takes part in it. */
const Led = z.object({ title: z.string(), members: z.array(Member) })
export type Led = z.infer<typeof Led>

export interface Api {
  about(): Promise<Answer<About>>
  templates(): Promise<Answer<readonly ProcessTemplate[]>>
  /** Empty for somebody who is not signed in anywhere. */
  myBoards(): Promise<Answer<readonly BoardHead[]>>
  createBoard(plan: NewBoard): Promise<Answer<Created>>
  /** A plan from a file, led by whoever brings it in. */
  importBoard(file: unknown, who: { readonly name: string }): Promise<Answer<Imported>>
  /** A file of JSON that is served beside the page. */
  file(path: string): Promise<Answer<unknown>>
  join(board: string, person: Joining): Promise<Answer<Joined>>
  /** What the link opens, without coming in. */
  look(board: string, secret: string): Promise<Answer<Look>>
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
  /** What the person missed on this board, and what they have read. */
  visit(board: string): Promise<Answer<Visit>>
  /** Marks single things, or everything up to a moment, as read. */
  read(
    board: string,
    what: { readonly ids: readonly string[] } | { readonly before: string },
  ): Promise<Answer<unknown>>
  led(board: string): Promise<Answer<Led>>
  /** When each was last here; for facilitators. */
  visits(board: string): Promise<Answer<readonly LastHere[]>>
  /** The board's log after the event of this number, as it came: the pages before a plan know no events. */
  events(board: string, since: number): Promise<Answer<readonly unknown[]>>
  /** What is asked of the person on any of their plans; empty for somebody who is not signed in anywhere. */
  inbox(): Promise<Answer<readonly AskedOnBoard[]>>
  signOut(): Promise<Answer<unknown>>
}

const nothing = { is: 'ok', value: [] } as const

/** `apiOf({ fetch, locale, text })`; the answers' words are in the language that `locale` says at that moment. */
export const apiOf = (asking: Asking): Api => {
  const get = <T>(path: string, answer: z.ZodMiniType<T>) => ask(asking, { method: 'GET', path, answer })
  const post = <T>(path: string, body: unknown, answer: z.ZodMiniType<T>) =>
    ask(asking, { method: 'POST', path, body, answer })
  /** What only a person has, empty for somebody who is signed in nowhere: that is asked first, so that a first visit is no error. */
  const mine = async <T>(path: string, list: z.ZodMiniType<readonly T[]>): Promise<Answer<readonly T[]>> => {
    const session = await get('/api/session', z.object({ signedIn: z.boolean() }))
    if (session.is !== 'ok') return session
    const answer = session.value.signedIn ? await get(path, list) : nothing
    return answer.is === 'refused' && answer.code === 'notSignedIn' ? nothing : answer
  }
  const on = (board: string, rest: string) => `/api/boards/${encodeURIComponent(board)}/${rest}`
  return {
    about: () => get('/api/about', About),
    templates: () => get('/api/templates', z.array(ProcessTemplate)),
    saveProcess: (board, named) => post(on(board, 'template'), named, ProcessTemplate),
    myBoards: () => mine('/api/boards', z.array(BoardHead)),
    createBoard: (plan) => post('/api/boards', plan, Created),
    importBoard: (file, who) => post(`/api/boards/import?${new URLSearchParams(who)}`, file, Imported),
    file: (path) => get(path, z.unknown()),
    join: (board, person) => post(on(board, 'join'), person, Joined),
    look: (board, secret) => post(on(board, 'join/look'), { secret }, Look),
    proposals: (board) => get(on(board, 'proposals'), z.array(Proposal)),
    versions: (board) => get(on(board, 'versions'), z.array(VersionHead)),
    version: (board, id) => get(on(board, `versions/${encodeURIComponent(id)}`), Version),
    returnLink: async (board) => {
      const answer = await post(on(board, 'return-link'), {}, z.object({ returnLink: z.string() }))
      return answer.is === 'ok' ? { is: 'ok', value: answer.value.returnLink } : answer
    },
    visit: (board) => get(on(board, 'visit'), Visit),
    read: (board, what) => post(on(board, 'read'), what, z.unknown()),
    led: (board) => get(`/api/boards/${encodeURIComponent(board)}`, Led),
    visits: (board) => get(on(board, 'visits'), z.array(LastHere)),
    events: (board, since) => get(on(board, `events?since=${since}`), z.array(z.unknown())),
    inbox: () => mine('/api/inbox', z.array(AskedOnBoard)),
    signOut: () => ask(asking, { method: 'DELETE', path: '/api/session', answer: z.unknown() }),
  }
}
