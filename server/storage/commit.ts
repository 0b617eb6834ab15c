import type { Passage } from '../../shared/board/comment.ts'
import type { BoardEvent } from '../../shared/board/log.ts'
import type { Commit } from './storage.ts'
import { StorageError } from './storage.ts'

/* What every engine asks of a commit before it writes anything. */

/** Throws `conflict` unless the commit carries on from `last`, the number of the board's last event (null: no such board). */
export function mustFollow(last: number | null, { events, fold }: Commit): void {
  if (last === null && events.length === 0) throw conflict('there is no such board')
  const start = last ?? 0
  for (const [index, event] of events.entries()) mustBeNumbered(event, start + index + 1)
  if (fold && fold.seq !== start + events.length)
    throw conflict('the folded board is not the one after these events')
}

function mustBeNumbered(event: BoardEvent, seq: number): void {
  if (event.seq !== seq) throw conflict(`event ${event.seq} where ${seq} comes next`)
  if ((event.type === 'board.created') !== (seq === 1))
    throw conflict('board.created is the first event and no other')
}

/** Throws `conflict` unless the passage is the next after the revision that is stored (0: none is). */
export function mustCarryOn(stored: number, { commentId, revision }: Passage): void {
  if (revision !== stored + 1)
    throw conflict(`passage of ${commentId}: revision ${revision} where ${stored + 1} comes next`)
}

export const conflict = (detail: string): StorageError => new StorageError('conflict', detail)
