import { describe, expect, test } from 'vitest'
import type { OwnScore } from '../../client/scores/matrix.ts'
import type { Scorebook } from '../../client/scores/own-scores.ts'
import { OwnScores } from '../../client/scores/own-scores.ts'
import type { Answer } from '../../client/live/ask.ts'
import type { GivenScore, Score } from '../../shared/board/score.ts'
import { contributionOf } from '../../shared/board/scoring.ts'

/* One's own scores on the page, while everybody scores apart. */

const pair = { activityId: 'a1', goalId: 'g1' }
const other = { activityId: 'a1', goalId: 'g2' }
const three: OwnScore = { score: 3, confidence: 'high', rationale: 'Därför att' }
const one: OwnScore = { score: 1, confidence: 'low' }

const lost = { is: 'failed', message: 'Inget svar', again: true } as const
const refused = { is: 'refused', code: 'mayNot', message: 'Inte nu' } as const

/** A server that keeps what it takes, and takes nothing while it says something else. */
const aServer = () => {
  const kept = new Map<string, Score>()
  const server = { says: null as Exclude<Answer<never>, { is: 'ok' }> | null, asked: 0 }
  const take = (given: GivenScore) => {
    if (given.score === null) kept.delete(contributionOf(given))
    else kept.set(contributionOf(given), given)
  }
  const book: Scorebook = {
    all: () => {
      server.asked++
      return Promise.resolve(server.says ?? { is: 'ok', value: [...kept.values()] })
    },
    put: (given) => {
      if (!server.says) take(given)
      return Promise.resolve(server.says ?? { is: 'ok', value: null })
    },
  }
  return { server, kept, book }
}

const heard = () => new Promise((resolve) => setImmediate(resolve))

const scoring = async () => {
  const { server, kept, book } = aServer()
  const own = new OwnScores(book)
  await own.fetch()
  const shown = (of = pair) => own.now.get().scores?.get(contributionOf(of))
  return { server, kept, own, shown, problem: () => own.now.get().problem }
}

describe('one’s own scores', () => {
  test('SC21 are shown at once, and what was not saved stays with its reason until it is', async () => {
    const { server, kept, own, shown, problem } = await scoring()
    server.says = lost
    own.give(pair, three)
    expect(shown()).toEqual(three)
    await heard()
    await own.fetch()
    server.says = null
    await own.fetch()
    expect([shown(), problem(), kept.size]).toEqual([three, 'Inget svar', 0])
    own.again()
    await heard()
    expect([shown(), problem()]).toEqual([{ ...pair, ...three }, null])
    expect(kept.get(contributionOf(pair))).toEqual({ ...pair, ...three })
  })

  test('SC21 another that is saved does not hide that one is not', async () => {
    const { server, own, shown, problem } = await scoring()
    server.says = lost
    own.give(pair, three)
    await heard()
    server.says = null
    own.give(other, one)
    await heard()
    expect([shown(), shown(other), problem()]).toEqual([three, one, 'Inget svar'])
  })

  test('SC21 what is refused twice is let go, and that is said', async () => {
    const { server, own, shown, problem } = await scoring()
    server.says = refused
    own.give(pair, three)
    await heard()
    expect([shown(), problem()]).toEqual([three, 'Inte nu'])
    own.again()
    await heard()
    server.says = null
    await own.fetch()
    expect([shown(), problem()]).toEqual([undefined, 'Inte nu'])
  })

  test('SC21 of two for the same goal the later one holds', async () => {
    const { kept, own, shown } = await scoring()
    own.give(pair, three)
    own.give(pair, one)
    await heard()
    expect(kept.get(contributionOf(pair))).toEqual({ ...pair, ...one })
    own.give(pair, null)
    await heard()
    expect([shown(), kept.size]).toEqual([undefined, 0])
  })

  test('SC22 are fetched again when the server counts others, but not for what is on its way', async () => {
    const { server, kept, own, shown } = await scoring()
    own.give(pair, three)
    own.counted(0)
    await heard()
    own.counted(1)
    expect(server.asked).toBe(1)
    kept.set(contributionOf(other), { ...other, ...one })
    own.counted(2)
    await heard()
    expect(shown(other)).toEqual({ ...other, ...one })
  })
})
