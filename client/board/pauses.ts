import type { Board, Pause, Step } from '../../shared/board/model.ts'
import { closedBecause } from '../../shared/board/model.ts'

/** Steps that one person paused at one moment. */
export interface PausedSteps {
  readonly pause: Pause
  readonly steps: readonly Step[]
  /** Whether nothing in the plan can be written in because of it. */
  readonly isWhole: boolean
}

/** The pauses that hold now, each with its steps in the order of the plan. */
export const pausesOf = (board: Pick<Board, 'steps'>): readonly PausedSteps[] => {
  const pauses = new Map<string, { pause: Pause; steps: Step[] }>()
  for (const step of board.steps) {
    const { pause } = step
    if (!pause || closedBecause(step) !== 'paused') continue
    const key = `${pause.at} ${pause.by}`
    const known = pauses.get(key)
    if (known) known.steps.push(step)
    else pauses.set(key, { pause, steps: [step] })
  }
  const open = board.steps.filter((step) => step.state.is !== 'agreed').length
  return [...pauses.values()].map(({ pause, steps }) => ({
    pause,
    steps,
    isWhole: steps.length === open && open > 1,
  }))
}
