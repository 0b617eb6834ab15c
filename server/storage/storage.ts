import type { Passage } from '../../shared/board/comment.ts'
import type { BoardEvent } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import type { IndividualScore } from '../../shared/board/score.ts'
import type { ReadState } from '../../shared/board/visit.ts'
import type {
  BoardId,
  CommandId,
  CommentId,
  InviteId,
  MemberId,
  ProposalId,
  StepId,
  VersionId,
} from '../../shared/ids.ts'
import type { Locale } from '../../shared/locale.ts'

/**
 * The port. Every engine passes `tests/server/storage.contract.ts`. What resolves is durable; what rejects has
 * changed nothing and says why (`StorageError`). All times are ISO 8601, UTC, handed in by the caller.
 */
export interface Storage {
  /** Proves that the engine can read and write now; rejects when it cannot. */
  check(): Promise<void>
  /** How many bytes the disk can still take for us. */
  space(): Promise<number>
  close(): Promise<void>

  readonly boards: BoardStore
  readonly rooms: RoomStore
  readonly people: PeopleStore
  readonly scores: ScoreStore
  readonly workspace: WorkspaceStore
}

/** A place on one board where people write together: a step, or `follow-up`. */
export interface RoomKey {
  readonly board: BoardId
  readonly room: StepId
}

export interface BoardStore {
  /**
   * Events, what they do to rooms, versions, proposals and the answer to the command: one transaction. The events
   * carry on gaplessly from what is stored, else `StorageError('conflict')` and nothing is changed. The first commit
   * of a board begins with `board.created`. A version, proposal, invite or answered command that is there already,
   * and an epoch or generation lower than the room's, is a conflict too, and so is an update for a room that is not
   * there or under a clientID that another member owns, and a passage that does not carry on from the stored one. A
   * commit may hold no event.
   */
  commit(commit: Commit): Promise<void>
  /** The folded board as last stored (`Commit.fold`) with the events after it, or null when there is no such board. */
  load(
    board: BoardId,
  ): Promise<{ readonly fold: Board | null; readonly events: readonly BoardEvent[] } | null>
  events(board: BoardId, since: number): Promise<readonly BoardEvent[]>
  /** What a command with this id was answered before, or null. */
  answer(board: BoardId, command: CommandId): Promise<unknown>
  versions(board: BoardId): Promise<readonly VersionRow[]>
  version(board: BoardId, id: VersionId): Promise<VersionRow | null>
  /** The words of the board's proposals, oldest first. */
  proposals(
    board: BoardId,
  ): Promise<readonly { readonly id: ProposalId; readonly changes: readonly Change[] }[]>
  /** Where the passages of comments stand that have moved since they were written. */
  passages(board: BoardId): Promise<readonly Passage[]>
  count(): Promise<number>
}

export interface Commit {
  readonly board: BoardId
  readonly events: readonly BoardEvent[]
  /** The board after these events, when it is time to store it whole (every 1,000 events, and at creation). */
  readonly fold?: Board
  /** Rooms to create, close or open. An epoch never falls. */
  readonly rooms?: readonly RoomState[]
  /**
   * Words that are decided rather than written, for rooms as they are after `rooms`, closed ones too: the gapless
   * events are the fence.
   */
  readonly updates?: readonly RoomUpdate[]
  readonly versions?: readonly VersionRow[]
  readonly proposals?: readonly { readonly id: ProposalId; readonly changes: readonly Change[] }[]
  /** Bytes that were refused: kept as evidence for 30 days, never applied. */
  readonly refused?: readonly {
    readonly room: StepId
    readonly member: MemberId
    readonly at: string
    readonly bytes: Uint8Array
  }[]
  readonly answer?: { readonly command: CommandId; readonly value: unknown }
  readonly invites?: readonly NewLink[]
  /** Each takes the place of the stored one: its revision is that one's + 1, or 1 when there is none. */
  readonly passages?: readonly Passage[]
  /**
   * The words of these comments vanish, as if they had never been written: from every event, stored now or before,
   * from the answers to commands and from the folded board. That there was a comment, whose, when and about what, stays.
   */
  readonly redact?: readonly CommentId[]
  /** The scores of every round of the board are forgotten: they are revealed with these events, or never. */
  readonly forgetScores?: true
  /** Open sessions of these members forget the board. */
  readonly expel?: readonly MemberId[]
}

export interface NewLink {
  readonly hash: string
  readonly invite: InviteId
  /** What the caller made of the password that it opens with (see `people/passwords.ts`); never the password. */
  readonly password?: string
}

/** A higher generation than the stored one starts the room anew, empty; owners of clientIDs stay. */
export interface RoomState {
  readonly room: StepId
  readonly epoch: number
  readonly generation: number
  readonly closed: 'agreed' | 'paused' | null
}

export interface RoomUpdate {
  readonly room: StepId
  readonly bytes: Uint8Array
  readonly by: MemberId
  readonly at: string
  /** The clientIDs of which it brings something: from now on they belong to `by`. */
  readonly clients: readonly number[]
  /** It moves what the plan says already: nobody has written it. */
  readonly isMoved?: true
}

export interface VersionRow {
  readonly id: VersionId
  readonly stepId: StepId
  readonly number: number
  readonly kind: 'agreed'
  readonly at: string
  readonly by: MemberId
  readonly hash: string
  readonly content: unknown
  readonly decision: unknown
}

export interface RoomStore {
  /**
   * Appends updates in order, in one transaction together with new owners of clientIDs. Resolves `fenced`, with
   * nothing changed, unless the room's row has this epoch and generation and is not closed. A clientID that another
   * member owns is a `conflict`.
   */
  append(append: Append): Promise<'appended' | 'fenced'>
  /**
   * Everything a room is made of; rejects with `corrupt` when it cannot be read or is not there: never an empty room
   * instead.
   */
  load(key: RoomKey): Promise<RoomRow>
  /** The bytes of each of a board's rooms as it is stored now: base and tail. */
  sizes(board: BoardId): Promise<readonly RoomSize[]>
  /** From now on structs of this clientID at or above `clock` are never taken in this generation. The lower clock wins. */
  refuse(key: RoomKey, generation: number, refused: readonly RefusedClient[]): Promise<void>
  /**
   * Folds base and tail into a new base, in the background; a no-op when there is nothing to fold. Never blocks an
   * append, never loses an update that comes meanwhile. Resolves the number of updates folded; rejects with
   * `corrupt`, and keeps what there is, when the updates do not fit together.
   */
  compact(key: RoomKey): Promise<number>
  /** Who last wrote in what and when, after `since` (ISO 8601), the newest first. After 400 days it may be forgotten. */
  writings(board: BoardId, since: string): Promise<readonly WritingRow[]>
  /** Of each room, what and member the latest time is kept. Not the writing itself: that one is known of already. */
  noteWritings(board: BoardId, rows: readonly WritingRow[]): Promise<void>
}

/** `what`: a text's root in that room, or `items:<kind>/<id>`. */
export interface WritingRow {
  readonly room: StepId
  readonly what: string
  readonly member: MemberId
  readonly at: string
}

export interface RoomSize {
  readonly room: StepId
  readonly bytes: number
}

export interface Append extends RoomKey {
  readonly epoch: number
  readonly generation: number
  readonly at: string
  readonly updates: readonly { readonly bytes: Uint8Array; readonly by: MemberId }[]
  readonly owners: readonly ClientOwner[]
}

export interface ClientOwner {
  readonly client: number
  readonly member: MemberId
}

export interface RefusedClient {
  readonly client: number
  readonly clock: number
}

export interface RoomRow extends Omit<RoomState, 'room'> {
  /** State of the room as one Yjs update, or null before the first compaction. */
  readonly base: Uint8Array | null
  /** Updates since, in the order of their commits. */
  readonly tail: readonly Uint8Array[]
  readonly owners: readonly ClientOwner[]
  readonly refused: readonly RefusedClient[]
}

/** A hash is SHA-256 in hex; secrets themselves never reach the storage. */
export interface PeopleStore {
  /** The invite or the member's return link that a secret opens on this board. */
  findLink(board: BoardId, hash: string): Promise<Link | null>
  /** Gives the member this personal return link; an earlier one stops working. */
  setReturnLink(board: BoardId, member: MemberId, hash: string, at: string): Promise<void>
  startSession(session: SessionRow): Promise<void>
  /** Null when unknown or expired at `now`. */
  findSession(hash: string, now: string): Promise<SessionRow | null>
  /** The session, which must be there, stands for this member on this board too, in place of another one there. */
  joinSession(hash: string, board: BoardId, member: MemberId): Promise<void>
  /** Does nothing to a session that has ended. */
  touchSession(hash: string, expiresAt: string): Promise<void>
  endSession(hash: string): Promise<void>
  /** One of each member who has been on the board since visits are kept. */
  visits(board: BoardId): Promise<readonly VisitRow[]>
  /** In place of the member's earlier one. */
  setVisit(board: BoardId, visit: VisitRow): Promise<void>
}

export type Link =
  | {
      readonly is: 'invite'
      readonly invite: InviteId
      /** What `NewLink.password` was, or null when it opens without one. */
      readonly password: string | null
    }
  | { readonly is: 'return'; readonly member: MemberId }

export interface VisitRow {
  readonly member: MemberId
  /** When they were last here. */
  readonly hereAt: string
  /** When they were last here before this visit; null in the first one. */
  readonly since: string | null
  readonly read: ReadState
}

/** What people score apart, until it is revealed: the events know nothing of it. */
export interface ScoreStore {
  /** By activity, goal and member. */
  of(board: BoardId, round: number): Promise<readonly IndividualScore[]>
  /** In place of the member's earlier one of this pair; with a score of null that one is forgotten. */
  set(board: BoardId, round: number, score: ScoreRow): Promise<void>
}

export type ScoreRow =
  IndividualScore | (Pick<IndividualScore, 'by' | 'activityId' | 'goalId'> & { readonly score: null })

export interface SessionRow {
  readonly hash: string
  readonly kind: 'cookie' | 'token'
  readonly expiresAt: string
  readonly members: readonly { readonly board: BoardId; readonly member: MemberId }[]
}

/** What an operator may want to read or edit by hand. */
export interface WorkspaceStore {
  read(): Promise<Workspace>
  write(change: (workspace: Workspace) => Workspace): Promise<void>
}

export interface Workspace {
  readonly format: 1
  readonly organisation: string
  readonly defaultLanguage: Locale
  /** Processes that facilitators saved as templates, in the shape of `shared/templates`. */
  readonly processes: readonly unknown[]
}

export const emptyWorkspace: Workspace = { format: 1, organisation: '', defaultLanguage: 'en', processes: [] }

/**
 * Why storage could not do it. `start` problems carry the file or folder and end the start with one sentence.
 */
export class StorageError extends Error {
  override name = 'StorageError'
  readonly code:
    | 'conflict'
    | 'corrupt'
    | 'full'
    | 'io'
    | 'closed'
    | 'inUse'
    | 'notWritable'
    | 'newerFormat'
    | 'badWorkspace'
  readonly file: string | undefined
  constructor(code: StorageError['code'], detail: string, file?: string, cause?: unknown) {
    super(file ? `${detail} (${file})` : detail, { cause })
    this.code = code
    this.file = file
  }
}
