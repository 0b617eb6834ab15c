import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { CommandBody } from '../../shared/board/log.ts'
import type { ScoreCount } from '../../shared/board/score.ts'
import type { Passage } from '../../shared/board/comment.ts'
import type { Board, Member } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Locale } from '../../shared/locale.ts'
import type { Translate } from '../../shared/messages/format.ts'
import type { Presence } from '../../shared/protocol/control.ts'
import type { ReadOnlyReason, RefusedReason } from '../../shared/protocol/version.ts'
import { LiveSession } from './board-session.ts'
import type { Fork } from './fork.ts'
import type { Surroundings } from './surroundings.ts'
import type { Visiting } from './visiting.ts'

/*
 * What the views see of a live board: four things with a value that changes, and a few verbs. No React here, and
 * no view reaches past this file into sockets.
 */

/** A value that changes; `get` returns the same reference until it does (for `useSyncExternalStore`). */
export interface Live<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export interface OpenBoard {
  readonly board: BoardId
  /** The page's language, asked whenever the server is to answer in words or we are. */
  readonly locale: () => Locale
  readonly text: () => Translate
  /** The browser's own when absent. */
  readonly surroundings?: Surroundings
}

/** Connects to a board; everything stays alive until `close`. */
export const openSession = (options: OpenBoard): BoardSession => new LiveSession(options)

export interface BoardSession {
  readonly board: Live<BoardView>
  readonly roster: Live<readonly Presence[]>
  /** Where the passages of comments stand that have moved since, by the comment's id. */
  readonly passages: Live<ReadonlyMap<string, Passage>>
  /** How much each has scored, while contributions are scored apart. */
  readonly given: Live<readonly ScoreCount[]>
  /** What the person missed, and what of it they have read. */
  readonly visiting: Visiting
  readonly line: Live<Line>
  /** Saving over all rooms of the board, the worst first. */
  readonly saving: Live<Saving>
  /** Nobody can write for now, because the server's disk is nearly full. */
  readonly isFull: Live<boolean>
  /** What was refused and what became of it, newest last, until the person puts it away. */
  readonly refusals: Live<readonly RefusedWords[]>
  /** The proposals that the person is writing, each in a copy of its step that nobody else sees. */
  readonly forks: Live<readonly Fork[]>
  /** Begins one, from the step as it stands now; nothing happens before its texts have come. */
  beginProposal(stepId: string): void
  /** It is sent, or no longer wanted: the copy is thrown away. */
  endProposal(stepId: string): void
  room(stepId: string): Room
  /** Sends a command with a fresh id; resends it until there is an answer. */
  command(body: CommandBody): Promise<CommandOutcome>
  /** Where the person is now: a step and the section, question or item in it. */
  here(stepId: string | null, block?: string): void
  putAway(words: RefusedWords): void
  close(): void
}

export type BoardView =
  { readonly is: 'loading' } | { readonly is: 'ready'; readonly board: Board; readonly me: Member } | Gone

export type Line = 'connecting' | 'online' | 'offline'

export interface Gone {
  readonly is: 'gone'
  readonly because: 'notSignedIn' | 'noAccess' | 'notFound' | 'newerServer'
  /** What the page had before it went: the person's own words are still to be read in its terms. */
  readonly last: Extract<BoardView, { is: 'ready' }> | null
}

/** `count`: edits that are not on the server's disk yet. */
export type Saving =
  /** Whether everything is saved cannot be known before the line stands and the opened texts have come. */
  | { readonly is: 'loading' }
  | { readonly is: 'saved' }
  | { readonly is: 'saving'; readonly count: number }
  | { readonly is: 'offline'; readonly count: number }

/**
 * One step's room as the person has it now. After a refusal or a replaced generation the document is thrown away:
 * `document` then has another value, and everything bound to the old one must be mounted anew.
 */
export interface Room {
  readonly stepId: string
  readonly document: Live<RoomDocument>
}

export interface RoomDocument {
  /** Rises with every new document: the key to mount editors under. */
  readonly version: number
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Undoes only this person's own edits, over all the room's texts; see `client/live/undo.ts`. */
  readonly undo: Y.UndoManager
  readonly state: RoomState
  /** Nobody else is in it, whoever is in the step. */
  readonly isPrivate?: true
}

export type RoomState =
  | { readonly is: 'syncing' }
  | { readonly is: 'writable' }
  | { readonly is: 'readOnly'; readonly because: ReadOnlyReason }
  /** Holds content this version of the page does not know: nothing may be bound to it. */
  | { readonly is: 'unknownContent'; readonly names: readonly string[] }
  | { readonly is: 'failed'; readonly because: 'notFound' | 'loadError' | 'tooMany' }

/** The person's own words that the server did not take, in clear, kept until they are put away. */
export interface RefusedWords {
  readonly stepId: string
  readonly reason: RefusedReason | 'replaced'
  readonly at: string
  readonly changes: readonly Change[]
  readonly kept: 'pending' | 'proposal' | 'here'
  readonly proposalId?: string
}

export type CommandOutcome =
  | { readonly is: 'done'; readonly seq: number }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  | { readonly is: 'failed'; readonly message: string }
