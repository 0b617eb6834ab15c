import type { BoardEvent, EventBody } from '../../shared/board/log.ts'
import { evolve } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import type { CommandId, MemberId } from '../../shared/ids.ts'
import { eventWithoutWords } from '../../shared/board/redaction.ts'
import type { BoardStore, Commit } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import { changedRooms, expelled } from './beside.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'

/** Kept at hand for who comes back; for whoever missed more, the plan as it is is shorter. */
const recent = { events: 1000, characters: 2_000_000 } as const
const foldEvery = 1000

export interface Answer {
  readonly seq: number
  readonly events: readonly BoardEvent[]
}

interface Kept {
  readonly event: BoardEvent
  /** Its length as JSON. */
  readonly size: number
}

/** A board and the newest part of its log, as they are stored: memory is never ahead of the disk. */
export class Ledger {
  readonly #boards: BoardStore
  readonly #clock: Clock
  #board: Board
  #recent: readonly Kept[] = []
  #stale = false

  constructor(
    board: Board,
    events: readonly BoardEvent[],
    { boards, clock }: { readonly boards: BoardStore; readonly clock: Clock },
  ) {
    this.#boards = boards
    this.#clock = clock
    this.#board = board
    this.#remember(events)
  }

  get board(): Board {
    return this.#board
  }

  /** Somebody else wrote this board's log: what we hold of it is no longer true. */
  get stale(): boolean {
    return this.#stale
  }

  /** What happened after `since`, or null when that is too long ago to tell from memory. */
  eventsSince(since: number): readonly BoardEvent[] | null {
    const first = this.#recent[0]?.event.seq ?? this.#board.seq + 1
    return since + 1 >= first && since <= this.#board.seq
      ? this.#recent.flatMap(({ event }) => (event.seq > since ? event : []))
      : null
  }

  /** What goes with the events is stored in the same transaction, and so is the answer to the command. */
  async commit(
    bodies: readonly EventBody[],
    by: MemberId | null,
    beside: Partial<Commit> = {},
    command?: CommandId,
  ): Promise<Answer & { readonly expelled: readonly MemberId[] }> {
    const before = this.#board
    const at = iso(this.#clock)
    const events = bodies.map((body, index): BoardEvent => ({ ...body, seq: before.seq + 1 + index, at, by }))
    const after = events.reduce(evolve, before)
    const answer: Answer = { seq: after.seq, events }
    const expel = expelled(before, after)
    const folds = Math.floor(after.seq / foldEvery) > Math.floor(before.seq / foldEvery)
    await this.#store({
      board: before.id,
      events,
      rooms: changedRooms(before, after),
      expel,
      ...(folds && { fold: after }),
      ...(command && { answer: { command, value: answer } }),
      ...beside,
    })
    this.#board = after
    this.#remember(events)
    this.#forgetWords(new Set(beside.redact))
    return { ...answer, expelled: expel }
  }

  /** What the command was answered before, or null: stored by us as it was answered. */
  answerTo(command: CommandId): Promise<unknown> {
    return this.#boards.answer(this.#board.id, command)
  }

  keepAnswer(command: CommandId, value: unknown): Promise<void> {
    return this.#boards.commit({ board: this.#board.id, events: [], answer: { command, value } })
  }

  async #store(commit: Commit): Promise<void> {
    try {
      await this.#boards.commit(commit)
    } catch (error) {
      if (error instanceof StorageError && error.code === 'conflict') this.#stale = true
      throw error
    }
  }

  #remember(events: readonly BoardEvent[]): void {
    const fresh = events.slice(-recent.events).map((event) => ({ event, size: JSON.stringify(event).length }))
    this.#recent = newestOf([...this.#recent, ...fresh])
  }

  #forgetWords(erased: ReadonlySet<string>): void {
    if (erased.size === 0) return
    this.#recent = this.#recent.map((kept) => ({ ...kept, event: eventWithoutWords(kept.event, erased) }))
  }
}

/** The last of them, without a gap. */
const newestOf = (all: readonly Kept[]): readonly Kept[] => {
  let left: number = recent.characters
  const tooOld = all.findLastIndex(({ size }) => (left -= size) < 0)
  return all.slice(tooOld + 1).slice(-recent.events)
}
