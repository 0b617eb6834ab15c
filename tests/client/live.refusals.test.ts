import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandBody } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import { Refusals } from '../../client/live/refusals.ts'
import type { CommandOutcome, RefusedWords } from '../../client/live/session.ts'
import { openOffice } from '../support/live.ts'
import type { FakeClock } from '../support/clock.ts'
import { memberId, proposalId } from '../support/board.ts'

/* What becomes of refused words, against a board on which their proposal may or may not come to stand. */

let clock: FakeClock
let board: Board
let sent: CommandBody[]
let outcome: CommandOutcome
let refusals: Refusals

beforeEach(async () => {
  const office = await openOffice()
  clock = office.clock
  board = (await office.board()).board
  sent = []
  outcome = { is: 'done', seq: 9 }
  refusals = new Refusals({
    outside: { now: clock.now, after: clock.after, newId: () => proposalId('fresh') },
    command: async (body) => {
      sent.push(body)
      return outcome
    },
    board: () => board,
  })
})

const words = (over: Partial<RefusedWords> = {}) => ({
  stepId: 'mission',
  reason: 'agreed' as const,
  changes: [{ target: 'section' as const, path: 'mission.text', before: null, after: 'ord' }],
  kept: 'pending' as const,
  proposalId: proposalId('mine'),
  ...over,
})

const propose = (id: string) => {
  const head = {
    id: proposalId(id),
    stepId: board.steps[0]?.id as never,
    generation: 1,
    author: memberId('ada'),
    at: '2026-03-02T08:00:00.000Z',
    reason: '',
    cause: 'agreed',
    state: 'open',
    size: 1,
    parts: 1,
  } as const
  board = { ...board, proposals: [...board.proposals, head] }
  refusals.boardChanged()
}

const kept = () => refusals.live.get().map((one) => one.kept)

describe('refused words', () => {
  it('CL6 are safe when the proposal that the server named stands on the board', () => {
    refusals.keep(words())
    expect(kept()).toEqual(['pending'])
    propose('another')
    expect(kept()).toEqual(['pending'])
    propose('mine')
    expect(kept()).toEqual(['proposal'])
  })

  it('CL6 are safe at once when the board told of the proposal first', () => {
    propose('mine')
    refusals.keep(words())
    expect(kept()).toEqual(['proposal'])
  })

  it('CL9 are handed in by the page when the server went down before it had kept them', async () => {
    refusals.keep(words())
    refusals.reconnected()
    clock.advance(9000)
    expect(sent).toEqual([])
    clock.advance(1000)
    expect(sent).toMatchObject([
      { type: 'proposal.submit', proposalId: proposalId('mine'), stepId: 'mission', generation: 1 },
    ])
    await Promise.resolve()
    await Promise.resolve()
    expect(kept()).toEqual(['proposal'])
  })

  it('CL9 are not handed in twice', () => {
    refusals.keep(words())
    refusals.reconnected()
    propose('mine')
    clock.advance(60_000)
    expect(sent).toEqual([])
  })

  it('CL9 stay on the screen when nobody takes them', async () => {
    outcome = { is: 'refused', code: 'role', message: 'no' }
    refusals.keep(words())
    refusals.reconnected()
    clock.advance(10_000)
    await Promise.resolve()
    await Promise.resolve()
    expect(kept()).toEqual(['here'])
  })

  it('CL9 of a replaced document are handed in at once, as what they are', async () => {
    const { stepId, changes } = words()
    refusals.handIn({ stepId, changes }, 3)
    expect(sent).toMatchObject([
      { type: 'proposal.submit', proposalId: proposalId('fresh'), generation: 3, changes },
    ])
    expect(refusals.live.get()).toMatchObject([{ reason: 'replaced', kept: 'pending' }])
    await Promise.resolve()
    await Promise.resolve()
    expect(kept()).toEqual(['proposal'])
  })

  it('CL9 stay on the screen when the session ends', () => {
    refusals.keep(words())
    refusals.ended()
    expect(kept()).toEqual(['here'])
  })
})
