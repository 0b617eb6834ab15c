import { describe, expect, it } from 'vitest'
import type { RefusedWords, Saving } from '../../client/live/session.ts'
import { savingWords } from '../../client/board/saving.ts'
import { at } from '../support/board.ts'

const refused = (kept: RefusedWords['kept'], stepId = 'goals'): RefusedWords => ({
  stepId,
  reason: 'agreed',
  at: at(1),
  changes: [],
  kept,
})
const saved: Saving = { is: 'saved' }
const keyOf = (...args: Parameters<typeof savingWords>) => savingWords(...args).key

describe('what the top bar says of saving', () => {
  it('BV1 says saved only when the line is up and nothing waits', () => {
    expect(keyOf(saved, 'online', [])).toBe('board.saved')
    expect(keyOf({ is: 'saving', count: 2 }, 'online', [])).toBe('board.saving')
    expect(keyOf(saved, 'connecting', [])).toBe('board.connecting')
    expect(keyOf(saved, 'offline', [])).toBe('board.connecting')
  })

  it('BV1 says that texts are being fetched, and calls nothing saved meanwhile', () => {
    expect(savingWords({ is: 'loading' }, 'online', [])).toEqual({ is: 'loading', key: 'board.fetching' })
    expect(keyOf({ is: 'loading' }, 'connecting', [])).toBe('board.connecting')
    expect(keyOf({ is: 'loading' }, 'online', [refused('proposal')])).toBe('board.fetching')
  })

  it('BV1 counts what is kept here while the line is down', () => {
    expect(savingWords({ is: 'offline', count: 3 }, 'offline', [])).toMatchObject({
      key: 'board.offlineKept',
      values: { count: 3 },
    })
    expect(keyOf({ is: 'offline', count: 0 }, 'offline', [])).toBe('board.offline')
  })

  it('BV2 says "kept as a proposal" only when the server has confirmed it', () => {
    expect(savingWords(saved, 'online', [refused('pending')])).toEqual({
      is: 'refused',
      key: 'board.notTakenPending',
      short: 'board.notTaken',
    })
    expect(savingWords(saved, 'online', [refused('proposal', 'mission')])).toMatchObject({
      key: 'board.notTakenProposal',
      proposalOf: 'mission',
    })
  })

  it('BV2 puts words that are kept nowhere else before everything, and words that are safe last', () => {
    const all = [refused('here'), refused('pending'), refused('proposal')]
    expect(keyOf({ is: 'offline', count: 1 }, 'offline', all)).toBe('board.notTakenHere')
    expect(keyOf({ is: 'offline', count: 1 }, 'offline', [refused('pending')])).toBe('board.notTakenPending')
    expect(keyOf({ is: 'offline', count: 1 }, 'offline', [refused('proposal')])).toBe('board.offlineKept')
    expect(keyOf({ is: 'saving', count: 1 }, 'online', [refused('proposal')])).toBe('board.saving')
  })
})
