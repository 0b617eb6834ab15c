import type { Board } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import type { MemberId, ProposalId, StepId } from '../../shared/ids.ts'
import type { RefusedReason } from '../../shared/protocol/version.ts'
import type { RoomKey, RoomUpdate, Storage } from '../storage/storage.ts'
import type { Clock } from './clock.ts'
import type { Log } from './hub.ts'
import type { Room } from './room.ts'
import type { Sizes } from './sizes.ts'
import type { Space } from './space.ts'

/** What a room asks of the board it belongs to. */
export interface RoomHost {
  readonly board: Board
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
  readonly space: Pick<Space, 'full' | 'wrote'>
  readonly sizes: Sizes
  /** What was written in, by whom and when: it is on the disk. */
  wrote(room: StepId, touched: Iterable<string>, update: Pick<RoomUpdate, 'by' | 'at'>): void
  /** Stores the words as a proposal; false when they could not be kept. */
  keepWords(words: RefusedWords): Promise<boolean>
  /** Counts a refusal or a gap; true when the person has had too many in the last minute. */
  strike(member: MemberId, kind: 'refused' | 'gap'): boolean
  /** Called again and again while rooms are open: what is to be done once a day is done then. */
  tidy(): void
  /** The room can no longer be trusted or is not needed: the next visitor gets it from disk. */
  drop(room: Room): void
}

export interface RefusedWords {
  readonly room: RoomKey['room']
  readonly member: MemberId
  readonly generation: number
  readonly reason: RefusedReason
  readonly proposalId: ProposalId | null
  readonly changes: readonly Change[]
  readonly updates: readonly Uint8Array[]
}
