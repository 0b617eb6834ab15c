import type { BoardEvent } from '../../../shared/board/log.ts'
import type { Board } from '../../../shared/board/model.ts'
import type { IndividualScore } from '../../../shared/board/score.ts'
import type { Passage } from '../../../shared/board/comment.ts'
import type { BoardId, CommandId, MemberId, StepId } from '../../../shared/ids.ts'
import type { Commit, NewLink, RoomState, SessionRow, VersionRow, VisitRow, WritingRow } from '../storage.ts'

import { conflict } from '../commit.ts'

/* What the memory engine holds. Evidence of refused updates is not in it: nothing reads that back. */

export interface Held {
  readonly boards: Map<BoardId, HeldBoard>
  readonly returnLinks: Map<BoardId, Map<MemberId, string>>
  readonly sessions: Map<string, SessionRow>
}

export interface HeldBoard {
  fold: Board | null
  events: BoardEvent[]
  readonly answers: Map<CommandId, unknown>
  readonly rooms: Map<StepId, HeldRoom>
  readonly versions: VersionRow[]
  readonly proposals: NonNullable<Commit['proposals']>[number][]
  readonly invites: Map<string, NewLink>
  readonly passages: Map<string, Passage>
  readonly visits: Map<MemberId, VisitRow>
  /** By room, what and member. */
  readonly writings: Map<string, WritingRow>
  /** By round, member, activity and goal. */
  readonly scores: Map<string, { readonly round: number; readonly score: IndividualScore }>
}

export interface HeldRoom {
  state: RoomState
  base: Uint8Array | null
  tail: readonly Uint8Array[]
  readonly owners: Map<number, MemberId>
  /** Per generation: clock by client. */
  readonly refused: Map<number, Map<number, number>>
}

/** Runs one operation; rejects when the engine is closed. */
export type Run = <T>(operation: () => T) => Promise<T>

export const emptyBoard = (): HeldBoard => ({
  fold: null,
  events: [],
  answers: new Map(),
  rooms: new Map(),
  versions: [],
  proposals: [],
  invites: new Map(),
  passages: new Map(),
  visits: new Map(),
  writings: new Map(),
  scores: new Map(),
})

export const emptyRoom = (state: RoomState): HeldRoom => ({
  state,
  base: null,
  tail: [],
  owners: new Map(),
  refused: new Map(),
})

/** A copy as a disk would give it back, so that both engines keep the same. */
export const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T

export function mustBe({ boards }: Held, id: BoardId): HeldBoard {
  const board = boards.get(id)
  if (!board) throw conflict('there is no such board')
  return board
}
