import type { Board, Step } from '../../shared/board/model.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { LiveBoard } from '../live/board.ts'

/** What was decided, and what is written in these of its steps. */
export interface Whole {
  readonly board: Board
  readonly steps: readonly Step[]
  /** In the order of the steps. */
  readonly contents: readonly StepContent[]
}

const patience = 5

/** Read again when something was decided meanwhile: what an agreed step says must be what was agreed. */
export const readWhole = async (
  live: Pick<LiveBoard, 'board' | 'content'>,
  chosen: (board: Board) => readonly Step[],
): Promise<Whole> => {
  for (let reading = 1; ; reading++) {
    const { board } = live
    const steps = chosen(board)
    const contents = await Promise.all(steps.map(({ id }) => live.content(id)))
    if (live.board === board || reading === patience) return { board, steps, contents }
  }
}
