import type { RandomBytes } from '../../shared/ids.ts'

/** Chance that can be played again: the same seed gives the same run. */
export interface Random {
  readonly seed: number
  /** At least 0 and below 1. */
  float(): number
  /** A whole number, at least 0 and below `below`. */
  int(below: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  readonly bytes: RandomBytes
}

/** mulberry32: small, fast and even enough for tests. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  const float = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(float() * below)
  return {
    seed,
    float,
    int,
    chance: (probability) => float() < probability,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from')
      return from[int(from.length)] as (typeof from)[number]
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => int(256)),
  }
}

/**
 * Seeds for one run of a fuzz test: the pinned ones (each failed once) and fresh ones. `SEED=n` plays one alone.
 * Put the seed into the test's name or message, so that a failure says how to repeat it.
 */
export const seeds = (fresh: number, pinned: readonly number[] = []): readonly number[] => {
  const chosen = process.env['SEED']
  if (chosen) return [Number(chosen)]
  return [...pinned, ...Array.from({ length: fresh }, () => Math.floor(Math.random() * 2 ** 32))]
}
