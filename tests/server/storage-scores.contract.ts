import { expect, test } from 'vitest'
import type { Storage } from '../../server/storage/storage.ts'
import { aScore, boardId, memberId } from '../support/board.ts'
import { creation, rejection, renamed } from '../support/storage.ts'

const other = boardId('other')
const faye = memberId('faye')

/** What is scored apart. */
export const scoredApart = (storage: () => Storage): void => {
  test('ST47 a score is kept once per round, member, activity and goal', async () => {
    await storage().boards.commit(creation())
    await storage().boards.commit(creation(other))
    expect(await storage().scores.of(boardId(), 2)).toEqual([])
    const { rationale: _, ...silent } = aScore({ by: faye, goalId: 'g2', score: 0, confidence: 'low' })
    const all = [silent, aScore({ by: faye }), aScore({ activityId: 'a0' }), aScore({ score: 1 }), aScore()]
    for (const score of all) await storage().scores.set(boardId(), 2, score)
    await storage().scores.set(boardId(), 9, aScore({ score: 2 }))
    await storage().scores.set(other, 2, aScore({ score: 2 }))
    expect(await storage().scores.of(boardId(), 2)).toEqual([
      aScore({ activityId: 'a0' }),
      aScore(),
      aScore({ by: faye }),
      silent,
    ])
    expect(await storage().scores.of(boardId(), 9)).toEqual([aScore({ score: 2 })])
  })

  test('ST47 null takes it away, and nothing else', async () => {
    await storage().boards.commit(creation())
    for (const by of [faye, memberId('ed')]) await storage().scores.set(boardId(), 2, aScore({ by }))
    const { by, activityId, goalId } = aScore()
    for (const goal of [goalId, 'never'])
      await storage().scores.set(boardId(), 2, { by, activityId, goalId: goal, score: null })
    expect(await storage().scores.of(boardId(), 2)).toEqual([aScore({ by: faye })])
  })

  test('ST47 a score is of a board that is there', async () => {
    expect(await rejection(storage().scores.set(other, 2, aScore()))).toMatchObject({ code: 'conflict' })
  })

  test('ST48 scores are forgotten in the commit that says so', async () => {
    for (const board of [boardId(), other]) {
      await storage().boards.commit(creation(board))
      await storage().scores.set(board, 2, aScore())
    }
    await storage().boards.commit({ board: boardId(), events: [renamed(2)], forgetScores: true })
    expect(await storage().scores.of(boardId(), 2)).toEqual([])
    expect(await storage().scores.of(other, 2)).toEqual([aScore()])
    const refused = storage().boards.commit({ board: other, events: [renamed(3)], forgetScores: true })
    expect((await rejection(refused)).code).toBe('conflict')
    expect(await storage().scores.of(other, 2)).toEqual([aScore()])
  })
}
