import type { IndividualScore } from '../../../shared/board/score.ts'
import type { ScoreRow, ScoreStore } from '../storage.ts'
import type { Held, Run } from './held.ts'
import { kept, mustBe } from './held.ts'

export const memoryScores = (held: Held, run: Run): ScoreStore => ({
  of: (board, round) =>
    run(() => {
      const rows = [...(held.boards.get(board)?.scores.values() ?? [])]
      return rows.flatMap((row) => (row.round === round ? row.score : [])).sort(inOrder)
    }),
  set: (board, round, row) =>
    run(() => {
      const { scores } = mustBe(held, board)
      const key = keyOf(round, row)
      if (row.score === null) scores.delete(key)
      else scores.set(key, { round, score: kept(row) })
    }),
})

const inOrder = (one: IndividualScore, other: IndividualScore): number =>
  placeOf(one) < placeOf(other) ? -1 : 1

const placeOf = ({ activityId, goalId, by }: IndividualScore): string => [activityId, goalId, by].join(' ')

const keyOf = (round: number, { by, activityId, goalId }: ScoreRow): string =>
  [round, by, activityId, goalId].join(' ')
