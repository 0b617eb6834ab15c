import type * as Y from 'yjs'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { BoardSession } from './session.ts'
import type { Stop } from './surroundings.ts'

type Stack = 'undo' | 'redo'

/** What Yjs tells of its stacks. */
interface StackEvent {
  readonly type: Stack
}

/**
 * Each step has its own undo; here is the order in which the person changed them, so that undo outside a text takes
 * back what was done last, in whichever step. A step that takes no more edits is passed over.
 */
export class UndoOrder {
  readonly #session: BoardSession
  readonly #order: Record<Stack, string[]> = { undo: [], redo: [] }
  readonly #followed = new Map<string, Y.UndoManager>()
  #stops: Stop[] = []

  constructor(session: BoardSession) {
    this.#session = session
    this.#stops.push(session.board.subscribe(() => this.#followSteps()))
    this.#followSteps()
  }

  /** Takes the last change back, or does it again; says in which step, or null when there is nothing. */
  take(stack: Stack): string | null {
    const stepId = this.#order[stack].findLast((one) => this.#isWritable(one))
    if (stepId === undefined) return null
    const { undo } = this.#session.room(stepId).document.get()
    if (stack === 'undo') undo.undo()
    else undo.redo()
    return stepId
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }

  #isWritable(stepId: string): boolean {
    return this.#session.room(stepId).document.get().state.is === 'writable'
  }

  #followSteps(): void {
    const view = this.#session.board.get()
    if (view.is !== 'ready') return
    for (const id of [...view.board.steps.map((step) => step.id), followUpRoom]) {
      if (this.#followed.has(id)) continue
      const { document } = this.#session.room(id)
      this.#follow(id, document.get().undo)
      this.#stops.push(document.subscribe(() => this.#follow(id, document.get().undo)))
    }
  }

  /** After a refusal there is another document, and nothing of the old one to take back. */
  #follow(stepId: string, undo: Y.UndoManager): void {
    if (this.#followed.get(stepId) === undo) return
    this.#followed.set(stepId, undo)
    for (const stack of ['undo', 'redo'] as const)
      this.#order[stack] = this.#order[stack].filter((one) => one !== stepId)
    undo.on('stack-item-added', ({ type }: StackEvent) => this.#order[type].push(stepId))
    undo.on('stack-item-popped', ({ type }: StackEvent) => {
      const at = this.#order[type].lastIndexOf(stepId)
      if (at >= 0) this.#order[type].splice(at, 1)
    })
    undo.on('stack-cleared', ({ undoStackCleared, redoStackCleared }: Cleared) => {
      if (undoStackCleared) this.#order.undo = this.#order.undo.filter((one) => one !== stepId)
      if (redoStackCleared) this.#order.redo = this.#order.redo.filter((one) => one !== stepId)
    })
  }
}

interface Cleared {
  readonly undoStackCleared: boolean
  readonly redoStackCleared: boolean
}
