import { describe, expect, it } from 'vitest'
import { aCrashSite } from '../support/crash.ts'
import { seeded, seeds } from '../support/random.ts'
import { startServer } from '../support/server.ts'

const kills = process.env['LONG'] ? 500 : 20
const nothing = { lost: [], undone: [], unsaid: [], debris: '' }

describe('kill -9', () => {
  it.each(seeds(1))(
    `FT1 keeps whatever was acknowledged or shown to others, ${kills} times over (seed %i)`,
    async (seed) => {
      const random = seeded(seed)
      await using server = await startServer()
      const site = await aCrashSite(server)
      for (let kill = 1; kill <= kills; kill++)
        expect({ kill, ...(await site.crash(random)) }).toEqual({ kill, ...nothing })
      expect(site.ledger.acknowledged).toBeGreaterThan(kills * 50)
    },
    kills * 10_000,
  )

  it.each(seeds(1))(
    'FT2 is seen by this judge when a server acknowledges before it commits (seed %i)',
    async (seed) => {
      const random = seeded(seed)
      await using server = await startServer({ entry: 'tests/support/early-ack-server.ts' })
      const site = await aCrashSite(server)
      let lost: readonly string[] = []
      for (let kill = 1; kill <= 5 && lost.length === 0; kill++) lost = (await site.crash(random)).lost
      expect(lost).not.toEqual([])
    },
    60_000,
  )
})
