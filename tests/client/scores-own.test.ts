import { describe, expect, test } from 'vitest'
import type { OwnScore } from '../../client/scores/matrix.ts'
import type { Scorebook } from '../../client/scores/own-scores.ts'
import { keptScores } from '../../client/scores/kept-scores.ts'
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
const late = { is: 'refused', code: 'otherRound', message: 'För sent' } as const
const refused = { is: 'refused', code: 'mayNot', message: 'Inte nu' } as const

/** A server that keeps what it takes, and takes nothing while it says something else. */
const aServer = () => {
  const kept = new Map<string, Score>()
  const server = { says: null as Exclude<Answer<never>, { is: 'ok' }> | null, asked: 0, round: 7 }
  const take = ({ round: _, ...given }: GivenScore) => {
    if (given.score === null) kept.delete(contributionOf(given))
    else kept.set(contributionOf(given), given)
  }
  const book: Scorebook = {
    all: () => {
      server.asked++
      return Promise.resolve(server.says ?? { is: 'ok', value: [...kept.values()] })
    },
    put: (given) => {
      const says = server.says ?? (given.round === server.round ? null : late)
      if (!says) take(given)
      return Promise.resolve(says ?? { is: 'ok', value: null })
    },
  }
  return { server, kept, book }
}

/** What a tab keeps from page to page. */
const aTab = () => {
  const all = new Map<string, string>()
  return {
    all,
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => void all.set(key, value),
    removeItem: (key: string) => void all.delete(key),
  }
}

const heard = () => new Promise((resolve) => setImmediate(resolve))

const scoring = async () => {
  const { server, kept, book } = aServer()
  const own = new OwnScores(book, server.round)
  await own.fetch()
  const shown = (of = pair) => own.now.get().scores?.get(contributionOf(of))
  return { server, kept, book, own, shown, problem: () => own.now.get().problem }
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

  test('SC23 what comes after its round has ended does not count in the next, where that is said', async () => {
    const { server, kept, book, own } = await scoring()
    server.says = lost
    own.give(pair, three)
    await heard()
    own.give(other, one)
    server.says = null
    server.round = 8
    const next = new OwnScores(book, 8)
    await next.fetch()
    own.endedBy(next)
    await heard()
    expect([kept.size, next.now.get().problem, next.now.get().scores?.size]).toEqual([0, 'För sent', 0])
    next.give(pair, one)
    await heard()
    expect([kept.get(contributionOf(pair)), next.now.get().problem]).toEqual([{ ...pair, ...one }, null])
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

  test('SC24 what was given and not taken is sent by the next page of the same tab', async () => {
    const { server, kept, book } = await scoring()
    const tab = aTab()
    const before = new OwnScores(book, server.round, keptScores(tab, 'plan ada 7'))
    server.says = lost
    before.give(pair, three)
    before.give(other, one)
    await heard()
    server.says = null
    before.give(other, null)
    await heard()
    expect(kept.size).toBe(0)
    const after = new OwnScores(book, server.round, keptScores(tab, 'plan ada 7'))
    await after.fetch()
    await heard()
    expect(kept.get(contributionOf(pair))).toEqual({ ...pair, ...three })
    expect(after.now.get().scores?.get(contributionOf(pair))).toEqual(three)
    expect(tab.all.size).toBe(0)
  })
})

describe('a score that was begun', () => {
  const form = { score: null, confidence: 'low', rationale: 'Därför' } as const

  test('SC24 stays when the dialog closes, for the same person and round alone, until it is saved', () => {
    const tab = aTab()
    keptScores(tab, 'plan ada 7').begin('a1:g1', form)
    expect(keptScores(tab, 'plan ada 7').begun('a1:g1')).toEqual(form)
    for (const of of ['plan ada 8', 'plan bo 7', 'other ada 7'])
      expect(keptScores(tab, of).begun('a1:g1')).toBeNull()
    expect(keptScores(tab, 'plan ada 7').begun('a1:g2')).toBeNull()
    keptScores(tab, 'plan ada 7').forget('a1:g1')
    expect(keptScores(tab, 'plan ada 7').begun('a1:g1')).toBeNull()
    expect(tab.all.size).toBe(0)
  })

  test('SC24 keeps its words when another score is given meanwhile', () => {
    const kept = keptScores(aTab(), 'plan ada 9')
    kept.begin('a1:g1', form)
    kept.follow('a1:g1', three)
    expect(kept.begun('a1:g1')).toEqual({ ...form, score: 3 })
    kept.follow('a1:g2', three)
    expect(kept.begun('a1:g2')).toBeNull()
  })

  test('SC24 is kept in memory where the browser keeps nothing, and rubbish in its place is nothing', () => {
    const no = () => {
      throw new Error('No storage')
    }
    const kept = keptScores({ getItem: no, setItem: no, removeItem: no }, 'plan ada 10')
    kept.begin('a1:g1', form)
    expect(kept.begun('a1:g1')).toEqual(form)
    const tab = aTab()
    let isFull = true
    const soonFree = {
      ...tab,
      setItem: (key: string, text: string) => (isFull ? no() : tab.setItem(key, text)),
    }
    keptScores(soonFree, 'plan ada 12').begin('a1:g1', form)
    isFull = false
    keptScores(soonFree, 'plan ada 12').begin('a1:g1', { ...form, score: 2 })
    expect(keptScores(soonFree, 'plan ada 12').begun('a1:g1')).toEqual({ ...form, score: 2 })
    const rubbish = { ...aTab(), getItem: () => '{"score":"3"}' }
    expect(keptScores(rubbish, 'plan ada 11').begun('a1:g1')).toBeNull()
    expect(keptScores({ ...rubbish, getItem: () => '{' }, 'plan ada 11').unsent()).toEqual([])
  })
})
