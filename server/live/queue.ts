import type { Frame } from './room.ts'

type Entry =
  | { readonly is: 'frame'; readonly frame: Frame }
  | { readonly is: 'barrier'; readonly pass: () => Promise<void> }

/** Resolves the frames that must wait for the next batch. */
type Commit = (frames: readonly Frame[]) => Promise<readonly Frame[]>

/** Of one channel's frames at most this many are merged at a time. */
const mergeAtMost = 64

/**
 * What waits before a room, in the order of its arrival, with one batch in flight. A batch is everything up to the
 * next barrier; a barrier starts when nothing is in flight and holds the queue until it is released.
 */
export class Queue {
  readonly #commit: Commit
  readonly #failed: (error: unknown) => void
  #entries: Entry[] = []
  #running = false
  #stopped = false

  constructor(commit: Commit, failed: (error: unknown) => void) {
    this.#commit = commit
    this.#failed = failed
  }

  get idle(): boolean {
    return !this.#running && this.#entries.length === 0
  }

  add(frame: Frame): void {
    this.#push({ is: 'frame', frame })
  }

  barrier(): Promise<() => void> {
    return new Promise((granted) => {
      const pass = () =>
        new Promise<void>((released) => {
          granted(released)
        })
      this.#push({ is: 'barrier', pass })
    })
  }

  /** Frames are dropped from here on: their senders still hold them. Barriers pass, so that nobody waits for ever. */
  stop(): void {
    this.#stopped = true
  }

  #push(entry: Entry): void {
    this.#entries.push(entry)
    if (this.#running) return
    this.#running = true
    // Not in the sender's turn: what arrives in the same turn belongs to the same batch.
    queueMicrotask(() => void this.#run())
  }

  async #run(): Promise<void> {
    for (let entry = this.#entries[0]; entry; entry = this.#entries[0]) {
      if (entry.is === 'barrier') {
        this.#entries.shift()
        await entry.pass()
      } else {
        const batch = this.#takeBatch()
        const later = this.#stopped ? [] : await this.#attempt(batch)
        this.#entries.unshift(...later.map((frame): Entry => ({ is: 'frame', frame })))
      }
    }
    this.#running = false
  }

  /** A bug in here must end this room, not the process, and not leave others waiting. */
  async #attempt(batch: readonly Frame[]): Promise<readonly Frame[]> {
    try {
      return await this.#commit(batch)
    } catch (error) {
      this.#failed(error)
      return []
    }
  }

  #takeBatch(): readonly Frame[] {
    const upTo = this.#entries.findIndex((entry) => entry.is === 'barrier')
    const ready = upTo < 0 ? this.#entries : this.#entries.slice(0, upTo)
    const counts = new Map<unknown, number>()
    const batch: Frame[] = []
    const later: Entry[] = []
    for (const entry of ready) {
      if (entry.is === 'barrier') continue
      const count = counts.get(entry.frame.channel) ?? 0
      if (count < mergeAtMost) batch.push(entry.frame)
      else later.push(entry)
      counts.set(entry.frame.channel, count + 1)
    }
    this.#entries = [...later, ...(upTo < 0 ? [] : this.#entries.slice(upTo))]
    return batch
  }
}
