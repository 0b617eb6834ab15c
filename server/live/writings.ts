import type { Writing } from '../../shared/board/visit.ts'
import type { BoardId, MemberId } from '../../shared/ids.ts'
import type { Storage, WritingRow } from '../storage/storage.ts'
import type { Clock } from './clock.ts'
import type { Log } from './hub.ts'

const storeAfter = 5000

interface Dependencies {
  readonly board: BoardId
  readonly storage: Pick<Storage, 'rooms'>
  readonly clock: Clock
  readonly log: Log
}

/**
 * Who wrote in what and when, beside the words themselves: gathered in memory and stored every few seconds. What a
 * crash takes of it is only that it was told; the words are safe.
 */
export class Writings {
  readonly #dependencies: Dependencies
  /** By room, what and member. */
  readonly #gathered = new Map<string, WritingRow>()
  #stopWaiting: (() => void) | null = null

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  note(row: WritingRow): void {
    this.#gathered.set(`${row.room} ${row.what} ${row.member}`, row)
    this.#stopWaiting ??= this.#dependencies.clock.after(storeAfter, () => void this.store())
  }

  /** What others than this member wrote after that moment, the newest first, also what is not stored yet. */
  async since(time: string, me?: MemberId): Promise<readonly Writing[]> {
    const { storage, board } = this.#dependencies
    const gathered = [...this.#gathered.values()].filter(({ at }) => at > time)
    const rows = [...gathered, ...(await storage.rooms.writings(board, time))]
    return merged(rows.filter(({ member }) => member !== me))
  }

  /** Resolves when what has been gathered is stored, or has failed: then it is tried again. */
  async store(): Promise<void> {
    this.#stopWaiting?.()
    this.#stopWaiting = null
    const { storage, board, log } = this.#dependencies
    const rows = [...this.#gathered]
    if (rows.length === 0) return
    try {
      await storage.rooms.noteWritings(
        board,
        rows.map(([, row]) => row),
      )
      for (const [key, row] of rows) if (this.#gathered.get(key) === row) this.#gathered.delete(key)
    } catch (error) {
      log.error({ error, board }, 'who wrote what could not be stored')
    }
  }
}

/** One of each text or item, with everybody who wrote in it, the latest first. */
const merged = (rows: readonly WritingRow[]): readonly Writing[] => {
  const newestFirst = rows.toSorted((one, two) => (one.at < two.at ? 1 : one.at > two.at ? -1 : 0))
  const writings = new Map<string, Writing>()
  for (const { room: stepId, what, member, at } of newestFirst) {
    const key = `${stepId} ${what}`
    const known = writings.get(key)
    if (!known) writings.set(key, { stepId, what, by: [member], at })
    else if (!known.by.includes(member)) writings.set(key, { ...known, by: [...known.by, member] })
  }
  return [...writings.values()]
}
