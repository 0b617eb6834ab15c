import type { Passage } from '../../shared/board/comment.ts'
import type { Board } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { StepId } from '../../shared/ids.ts'
import type { Locale } from '../../shared/locale.ts'
import type { LiveBoard } from '../live/board.ts'
import type { RoomRow } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import { Thread } from '../thread.ts'
import { steadily } from './whole.ts'

/*
 * What is told of a whole plan is made in a thread of its own, of what lies on the disk: reading 5 MB that somebody
 * wrote, and asking all checks of it, takes a second in which nobody could type.
 */

export type Wanted =
  | { readonly is: 'checks'; readonly asOf: string; readonly locale: Locale }
  | { readonly is: 'snapshot' }
  | { readonly is: 'file'; readonly at: string }

/** A plan as it lies on the disk. */
export interface StoredPlan {
  readonly board: Board
  readonly rooms: ReadonlyMap<StepId, Pick<RoomRow, 'base' | 'tail'>>
  readonly passages: readonly Passage[]
}

export interface Question {
  readonly wanted: Wanted
  readonly plan: StoredPlan
}

export type Answer =
  | { readonly is: 'told'; readonly json: Uint8Array<ArrayBuffer> }
  /** Something on the disk could not be read. */
  | { readonly is: 'corrupt'; readonly why: string }

type Read = Pick<LiveBoard, 'board' | 'passages' | 'storage'>

const thread = new Thread<Question, Answer>(new URL('./worker.ts', import.meta.url))
/** Each plan has one question at a time in the thread's queue, so that nobody waits behind all of one plan's. */
interface Line {
  readonly last: Promise<unknown>
  /** What nothing has been read for yet: whoever asks the same now is told the same. */
  readonly waiting: Map<string, Promise<Buffer>>
}

const lines = new WeakMap<Read, Line>()
/** So much of one plan waits at once. */
const mostWaiting = 20

/** The answer as JSON, or that too much is asked of the plan already. */
export const tell = (live: Read, wanted: Wanted): Promise<Buffer | 'tooMany'> => {
  const { last, waiting } = lines.get(live) ?? empty()
  const name = nameOf(wanted)
  const same = waiting.get(name)
  if (same) return same
  if (waiting.size >= mostWaiting) return Promise.resolve('tooMany')
  const told = last.then(() => tellNow(live, wanted, () => waiting.delete(name)))
  waiting.set(name, told)
  lines.set(live, { last: told.catch(() => undefined), waiting })
  return told
}

const empty = (): Line => ({ last: Promise.resolve(), waiting: new Map() })

const nameOf = (wanted: Wanted): string =>
  wanted.is === 'checks' ? `checks ${wanted.asOf} ${wanted.locale}` : wanted.is

const tellNow = (live: Read, wanted: Wanted, begin: () => void): Promise<Buffer> =>
  thread.inTurn(async (ask) => {
    begin()
    const answer = await ask({ wanted, plan: await storedPlan(live, wanted) })
    if (answer === 'tooMuch') throw new Error(`the ${wanted.is} of a plan took too long, or too much memory`)
    if (answer.is === 'corrupt') throw new StorageError('corrupt', answer.why)
    return Buffer.from(answer.json.buffer)
  })

/** Memory is never ahead of the disk, so what is there is all that anybody was told. */
const storedPlan = (live: Read, wanted: Wanted): Promise<StoredPlan> =>
  steadily(live, async (board) => {
    const steps = wanted.is === 'file' ? board.steps : visible(board.steps)
    const places = [...steps.map(({ id }) => id), followUpRoom]
    const rooms = await Promise.all(
      places.map(async (room) => {
        const { base, tail } = await live.storage.rooms.load({ board: board.id, room })
        return [room, { base, tail }] as const
      }),
    )
    return { board, rooms: new Map(rooms), passages: live.passages.all }
  })
