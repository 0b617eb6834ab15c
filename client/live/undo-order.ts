import type * as Y from 'yjs'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { ItemMove } from './item-moves.ts'
import { backwards, carry, onMove } from './item-moves.ts'
import { planItemsOf } from './plan-items.ts'
import type { BoardSession } from './session.ts'
import type { Stop } from './surroundings.ts'

type Stack = 'undo' | 'redo'

/** What Yjs tells of its stacks. */
interface StackEvent {
  readonly type: Stack
  readonly origin: unknown
}

/** The step whose own undo has it, or what none of them has: an item that went from one to another. */
type Entry = string | ItemMove

const orders = new WeakMap<BoardSession, UndoOrder>()

/** The one of the page: fields ask it as the keys do. */
export const undoOrderOf = (session: BoardSession): UndoOrder => {
  const order = orders.get(session) ?? new UndoOrder(session)
  orders.set(session, order)
  return order
}

/**
 * Each step has its own undo; here is the order in which the person changed them, so that undo outside a text takes
 * back what was done last, in whichever step. A step that takes no more edits is passed over.
 */
export class UndoOrder {
  readonly #session: BoardSession
  readonly #order: Record<Stack, Entry[]> = { undo: [], redo: [] }
  readonly #followed = new Map<string, Y.UndoManager>()
  #stops: Stop[] = []

  constructor(session: BoardSession) {
    this.#session = session
    this.#stops.push(
      session.board.subscribe(() => this.#followSteps()),
      onMove(session, (move) => {
        this.#endRedoOf([move.from, move.to])
        this.#order.undo.push(move)
      }),
    )
    this.#followSteps()
  }

  /**
   * Takes the last change back, or does it again; says in which step, or null when there is nothing. `within`: of what
   * was done in this step, as in a field of it.
   */
  take(stack: Stack, within?: string): string | null {
    for (const entry of this.#order[stack].toReversed()) {
      if (within !== undefined && !isIn(entry, within)) continue
      if (typeof entry === 'string') {
        if (this.#isWritable(entry) && this.#takeOf(entry, stack)) return entry
      } else if (this.#canGo(entry, stack)) {
        this.#go(entry, stack)
        return stack === 'undo' ? entry.from : entry.to
      }
    }
    return null
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }

  /** Whether there was anything: what others have changed since, Yjs passes over without a word. */
  #takeOf(stepId: string, stack: Stack): boolean {
    const { undo } = this.#session.room(stepId).document.get()
    const taken = stack === 'undo' ? undo.undo() : undo.redo()
    this.#matchTo(undo, stepId, stack)
    return taken !== null
  }

  /** As many are left of a step as it can still take back itself. */
  #matchTo(undo: Y.UndoManager, stepId: string, stack: Stack): void {
    let left = (stack === 'undo' ? undo.undoStack : undo.redoStack).length
    this.#order[stack] = this.#order[stack].filter((one) => one !== stepId || left-- > 0)
  }

  /** Not while others have it somewhere else, or in the wastebasket. */
  #canGo({ id, from, to }: ItemMove, stack: Stack): boolean {
    const holder = planItemsOf(this.#session).get().byId.get(id)?.stepId
    return holder === (stack === 'undo' ? to : from) && this.#isWritable(from) && this.#isWritable(to)
  }

  #go(move: ItemMove, stack: Stack): void {
    carry(this.#session, stack === 'undo' ? backwards(move) : move)
    this.#order[stack].splice(this.#order[stack].lastIndexOf(move), 1)
    this.#order[stack === 'undo' ? 'redo' : 'undo'].push(move)
  }

  /** Whoever does something new in a step does not go on from what they had taken back there. */
  #endRedoOf(stepIds: readonly string[]): void {
    this.#order.redo = this.#order.redo.filter(
      (entry) => typeof entry === 'string' || !stepIds.some((id) => isIn(entry, id)),
    )
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
      this.#order[stack] = this.#order[stack].filter((one) => !isIn(one, stepId))
    undo.on('stack-item-added', ({ type, origin }: StackEvent) => {
      if (type === 'undo' && origin !== undo) this.#endRedoOf([stepId])
      this.#order[type].push(stepId)
    })
    undo.on('stack-item-popped', ({ type }: StackEvent) => this.#matchTo(undo, stepId, type))
    undo.on('stack-cleared', ({ undoStackCleared, redoStackCleared }: Cleared) => {
      if (undoStackCleared) this.#order.undo = this.#order.undo.filter((one) => one !== stepId)
      if (redoStackCleared) this.#order.redo = this.#order.redo.filter((one) => one !== stepId)
    })
  }
}

const isIn = (entry: Entry, stepId: string): boolean =>
  typeof entry === 'string' ? entry === stepId : [entry.from, entry.to].includes(stepId)

interface Cleared {
  readonly undoStackCleared: boolean
  readonly redoStackCleared: boolean
}
