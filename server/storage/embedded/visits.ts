import * as z from 'zod/mini'
import { ReadState } from '../../../shared/board/visit.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { MemberId, StepId } from '../../../shared/ids.ts'
import type { VisitRow, WritingRow } from '../storage.ts'
import type { Database } from './database.ts'

/* Who was here when, and what was written meanwhile. */

const VisitColumns = z.object({
  member: MemberId,
  here_at: z.string(),
  since: z.nullable(z.string()),
  read: z.string(),
})
const Writing = z.object({ room: StepId, what: z.string(), member: MemberId, at: z.string() })

export const visitReads = (db: Database) => ({
  visits: (board: BoardId): readonly VisitRow[] =>
    db
      .sql('SELECT member, here_at, since, read FROM visits WHERE board = ? ORDER BY member')
      .all(board)
      .map((row) => {
        const { member, here_at: hereAt, since, read } = VisitColumns.parse(row)
        return { member, hereAt, since, read: ReadState.parse(JSON.parse(read)) }
      }),
  writings: ({ board, since }: { readonly board: BoardId; readonly since: string }): readonly WritingRow[] =>
    db
      .sql('SELECT room, what, member, at FROM writings WHERE board = ? AND at > ? ORDER BY at DESC')
      .all(board, since)
      .map((row) => Writing.parse(row)),
})

export const visitWrites = (db: Database) => ({
  setVisit: ({ board, visit }: { readonly board: BoardId; readonly visit: VisitRow }): void => {
    const { member, hereAt, since, read } = visit
    const row = [board, member, hereAt, since, JSON.stringify(read)] as const
    db.sql('INSERT OR REPLACE INTO visits (board, member, here_at, since, read) VALUES (?, ?, ?, ?, ?)').run(
      ...row,
    )
  },
  noteWritings: ({
    board,
    rows,
  }: {
    readonly board: BoardId
    readonly rows: readonly WritingRow[]
  }): void => {
    const note = db.sql(
      `INSERT INTO writings (board, room, what, member, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (board, room, what, member) DO UPDATE SET at = max(at, excluded.at)`,
    )
    for (const { room, what, member, at } of rows) note.run(board, room, what, member, at)
  },
})
