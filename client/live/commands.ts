import * as z from 'zod/mini'
import type { CommandBody } from '../../shared/board/log.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Asking } from './ask.ts'
import { ask } from './ask.ts'
import type { CommandOutcome } from './session.ts'
import type { Surroundings } from './surroundings.ts'

const Done = z.object({ seq: z.int() })

/** Sends commands. Each has an id of its own, so it is resent until there is an answer and still happens only once. */
export class Commands {
  readonly #board: BoardId
  readonly #asking: Asking
  readonly #outside: Pick<Surroundings, 'after' | 'newId' | 'random'>
  readonly #ended = new AbortController()

  constructor(board: BoardId, asking: Asking, outside: Pick<Surroundings, 'after' | 'newId' | 'random'>) {
    this.#board = board
    this.#asking = asking
    this.#outside = outside
  }

  async send(command: CommandBody): Promise<CommandOutcome> {
    const body = { id: this.#outside.newId(), ...command }
    for (let attempt = 0; ; attempt++) {
      const answer = await ask(this.#asking, {
        method: 'POST',
        path: `/api/boards/${this.#board}/commands`,
        body,
        answer: Done,
        signal: this.#ended.signal,
      })
      if (answer.is === 'ok') return { is: 'done', seq: answer.value.seq }
      if (answer.is === 'refused') return { is: 'refused', code: answer.code, message: answer.message }
      if (!answer.again || this.#ended.signal.aborted) return { is: 'failed', message: answer.message }
      await this.#wait(answer.waitSeconds, attempt)
    }
  }

  /** Whoever still waits for an answer is told that there will be none. */
  end(): void {
    this.#ended.abort()
  }

  #wait(seconds: number | undefined, attempt: number): Promise<void> {
    const wait = seconds === undefined ? Math.min(500 * 2 ** attempt, 15_000) : seconds * 1000
    return new Promise((resolve) => {
      const cancel = this.#outside.after(wait * (1 + this.#outside.random() / 2), resolve)
      this.#ended.signal.addEventListener('abort', () => (cancel(), resolve()), { once: true })
    })
  }
}
