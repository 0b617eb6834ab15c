import type { MemberId } from '../../shared/ids.ts'
import type { Clock } from './clock.ts'

const window = 60_000
const limits = { refused: 5, gap: 2 } as const

/** Counts what was wrong, never what was much: refused or broken frames, and gaps, per person and minute. */
export class Strikes {
  readonly #clock: Clock
  readonly #times = new Map<string, number[]>()
  readonly #barred = new Map<MemberId, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** True when the person has had more of this kind than a minute allows. */
  strike(member: MemberId, kind: keyof typeof limits): boolean {
    const now = this.#clock.now()
    const key = `${kind} ${member}`
    const times = [...(this.#times.get(key) ?? []), now].filter((time) => now - time < window)
    this.#times.set(key, times)
    const tooMany = times.length > limits[kind]
    if (tooMany && kind === 'refused') this.#barred.set(member, now + window)
    return tooMany
  }

  /** Seconds until the person may open a room again; 0 when they may. */
  waitOf(member: MemberId): number {
    const until = this.#barred.get(member)
    return until === undefined ? 0 : Math.max(0, Math.ceil((until - this.#clock.now()) / 1000))
  }
}
