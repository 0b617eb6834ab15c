import * as z from 'zod/mini'
import type { IndividualScore } from '../../../shared/board/score.ts'
import { confidences } from '../../../shared/board/score.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { MemberId } from '../../../shared/ids.ts'
import type { ScoreRow } from '../storage.ts'
import type { Database } from './database.ts'

/* What is scored apart and not yet revealed. */

const Columns = z.object({
  member: MemberId,
  activity: z.string(),
  goal: z.string(),
  score: z.int(),
  confidence: z.enum(confidences),
  rationale: z.nullable(z.string()),
})

interface Round {
  readonly board: BoardId
  readonly round: number
}

export const scoreReads = (db: Database) => ({
  scores: ({ board, round }: Round): readonly IndividualScore[] =>
    db
      .sql('SELECT * FROM scores WHERE board = ? AND round = ? ORDER BY activity, goal, member')
      .all(board, round)
      .map((row) => {
        const { member: by, activity: activityId, goal: goalId, rationale, ...rest } = Columns.parse(row)
        return { by, activityId, goalId, ...rest, ...(rationale !== null && { rationale }) }
      }),
})

export const scoreWrites = (db: Database) => ({
  setScore: ({ board, round, score: row }: Round & { readonly score: ScoreRow }): void => {
    const key = [board, round, row.by, row.activityId, row.goalId] as const
    if (row.score === null)
      db.sql(
        'DELETE FROM scores WHERE board = ? AND round = ? AND member = ? AND activity = ? AND goal = ?',
      ).run(...key)
    else
      db.sql('INSERT OR REPLACE INTO scores VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
        ...key,
        row.score,
        row.confidence,
        row.rationale ?? null,
      )
  },
})
