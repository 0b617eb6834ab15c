import type * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { StepId } from '../../shared/ids.ts'
import type { Item } from '../../shared/items/item.ts'
import type { RoomItems } from '../../shared/items/together.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { readFollowUps, readStep } from '../../shared/step/read.ts'
import type { LiveBoard } from '../live/board.ts'

/** What was decided, and what is written in these of its steps. */
export interface Whole {
  readonly board: Board
  readonly steps: readonly Step[]
  /** In the order of the steps. */
  readonly contents: readonly StepContent[]
  /** What lies in the plan's own room: what happened after agreement, and what is told of the steps' items. */
  readonly followUps: readonly Item[]
}

const patience = 5

/**
 * Reads again when something was decided meanwhile that rooms know of: what an agreed step says must be what was
 * agreed. What is said beside the plan is no reason, or a plan that many speak of would never be read.
 */
export const steadily = async <T>(
  live: Pick<LiveBoard, 'board'>,
  read: (board: Board) => Promise<T>,
): Promise<T> => {
  for (let reading = 1; ; reading++) {
    const { board } = live
    const what = await read(board)
    if (isSame(live.board, board) || reading === patience) return what
  }
}

const isSame = (now: Board, then: Board): boolean =>
  now.steps === then.steps && now.proposals === then.proposals

export const readWhole = (
  live: Pick<LiveBoard, 'board' | 'content'>,
  chosen: (board: Board) => readonly Step[],
): Promise<Whole> =>
  steadily(live, async (board) => {
    const steps = chosen(board)
    const contents = await Promise.all(steps.map(({ id }) => live.content(id)))
    const { items: followUps } = await live.content(followUpRoom)
    return { board, steps, contents, followUps }
  })

/** What is written in one of the plan's rooms: a step's, or its own. */
export const contentOf = (doc: Y.Doc, board: Board, room: StepId): StepContent =>
  room === followUpRoom ? readFollowUps(doc) : readStep(doc, must(stepOf(board, room), `no step ${room}`))

/** The items as they lie in the plan's rooms, for `together`. */
export const itemsByRoom = ({ steps, contents, followUps }: Whole): readonly RoomItems[] => [
  ...steps.map(({ id }, at) => ({ stepId: id, items: contents[at]?.items ?? [] })),
  { stepId: followUpRoom, items: followUps },
]
