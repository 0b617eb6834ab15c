import type { StepEvent } from '../../shared/board/steps.ts'
import { pausesOver } from '../../shared/board/steps.ts'
import type { Board } from '../../shared/board/model.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'
import type { Log } from './hub.ts'

/** A timer holds 24 days at most; a later end is looked at again then. */
const longestTimer = 2 ** 31 - 1

interface Dependencies {
  readonly clock: Clock
  readonly log: Log
  board(): Board
  /** Commits what `over` says once nothing is in flight; it is asked then. */
  resume(over: () => readonly StepEvent[]): Promise<void>
}

/** Ends pauses when their time has come. */
export class Pauses {
  readonly #dependencies: Dependencies
  #stop: (() => void) | null = null

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
    this.watch()
  }

  /** Looks anew when the next one ends. */
  watch(): void {
    const { clock, log, board, resume } = this.#dependencies
    this.stop()
    const ends = board().steps.flatMap((step) => step.pause?.until ?? [])
    if (ends.length === 0) return
    const wait = Math.max(0, Math.min(...ends.map((end) => Date.parse(end))) - clock.now())
    this.#stop = clock.after(Math.min(wait, longestTimer), () => {
      resume(() => pausesOver(board(), iso(clock))).then(
        () => this.watch(),
        (error: unknown) => log.error({ error }, 'a pause did not end'),
      )
    })
  }

  stop(): void {
    this.#stop?.()
    this.#stop = null
  }
}
