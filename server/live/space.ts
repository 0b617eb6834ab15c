import type { Storage } from '../storage/storage.ts'
import type { Clock } from './clock.ts'
import type { Log } from './hub.ts'

const lookEvery = 5000
/** Looked at without waiting when so many bytes have been written since the last time. */
const lookAfter = 16 * 1024 * 1024
/** Back only when there is a quarter more than the mark: a disk that hovers around it must not flap. */
const enough = 1.25

interface Dependencies {
  readonly storage: Pick<Storage, 'space'>
  readonly clock: Clock
  readonly log: Log
  /** The low-water mark in bytes; 0 watches nothing. */
  readonly minFree?: number
}

/** What a command is answered that would write while the disk is nearly full. Not kept: later it may be done. */
export const noSpace = { refusal: { code: 'full' } } as const

/**
 * How much the disk can still take. Below the mark everything is read-only, while there is still room for what is on
 * its way; above it things go on by themselves.
 */
export class Space {
  readonly #dependencies: Dependencies
  readonly #changed: () => void
  readonly #minFree: number
  #full = false
  #written = 0
  #silent = false
  #looking: Promise<void> | null = null
  #cancel: (() => void) | null = null
  #stopped = false

  constructor(dependencies: Dependencies, changed: () => void) {
    this.#dependencies = dependencies
    this.#changed = changed
    this.#minFree = dependencies.minFree ?? 0
    this.#lookLater()
  }

  /** Whether nothing new may be written now. */
  get full(): boolean {
    return this.#full
  }

  /** So many bytes have just been written. */
  wrote(bytes: number): void {
    this.#written += bytes
    if (this.#written >= lookAfter) void this.look()
  }

  /** Asks the disk now; resolves when what follows from it has been told. */
  look(): Promise<void> {
    if (this.#minFree === 0 || this.#stopped) return Promise.resolve()
    this.#cancel?.()
    this.#written = 0
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = null
      this.#lookLater()
    })
    return this.#looking
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
  }

  /** A disk that does not answer changes nothing: writing to it will tell. */
  async #ask(): Promise<void> {
    const answer = await this.#dependencies.storage.space().then(
      (free) => ({ free }),
      (error: unknown) => ({ error }),
    )
    if (this.#stopped) return
    if ('free' in answer) return this.#weigh(answer.free)
    if (!this.#silent) this.#dependencies.log.error(answer, 'the disk does not say how much space it has')
    this.#silent = true
  }

  #weigh(free: number): void {
    this.#silent = false
    const full = free < this.#minFree * (this.#full ? enough : 1)
    if (full === this.#full) return
    this.#full = full
    const { log } = this.#dependencies
    const figures = { free, minFree: this.#minFree }
    if (full) log.error(figures, 'the disk is nearly full: everything is read-only')
    else log.info(figures, 'the disk has space again: everything goes on')
    this.#changed()
  }

  #lookLater(): void {
    if (this.#minFree === 0 || this.#stopped) return
    this.#cancel = this.#dependencies.clock.after(lookEvery, () => void this.look())
  }
}
