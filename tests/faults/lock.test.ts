import { describe, expect, it } from 'vitest'
import { aRaceTrack } from '../support/lock-race.ts'
import { seeded, seeds } from '../support/random.ts'
import { startServer } from '../support/server.ts'

/** Boards on one server, and races on each, one after the other. */
const boards = 8
const races = process.env['LONG'] ? 250 : 25

/** The words that came too late, over all races on one board. */
const raceOn = async (url: string, seed: number): Promise<number> => {
  const random = seeded(seed)
  const track = await aRaceTrack(url)
  let tooLate = 0
  for (let race = 1; race <= races; race++) {
    const { hash, agreed, atOnce, after, broken, vanished, refused } = await track.race(random)
    expect({ race, seed, broken, vanished }).toEqual({ race, seed, broken: [], vanished: [] })
    expect(after, `race ${race} of ${seed}`).toEqual(atOnce)
    expect(after.content, `race ${race} of ${seed}`).toEqual(agreed)
    expect(hash.said, `race ${race} of ${seed}`).toBe(hash.counted)
    tooLate += refused
  }
  return tooLate
}

describe('agreeing while others type', () => {
  it(
    `FT4 the body at the lock is the body afterwards, byte for byte, ${boards * races} times over`,
    async () => {
      await using server = await startServer({ env: { LOG_LEVEL: 'warn' } })
      const tooLate = await Promise.all(seeds(boards).map((seed) => raceOn(server.url, seed)))
      // Without late words there was no race.
      expect(tooLate.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(boards * races)
    },
    races * 8_000,
  )
})
