import * as z from 'zod/mini'
import { Passage } from '../../../shared/board/comment.ts'
import type { BoardEvent } from '../../../shared/board/log.ts'
import type { Board } from '../../../shared/board/model.ts'
import type { BoardId, CommentId } from '../../../shared/ids.ts'
import { mustCarryOn } from '../commit.ts'
import { answerWithoutWords, boardWithoutWords, eventWithoutWords } from '../../../shared/board/redaction.ts'
import type { Database } from './database.ts'

/* Where the passages of comments stand, and how the words of a comment are erased. */

const PassageRow = z.object({
  comment: z.string(),
  range_start: z.string(),
  range_end: z.string(),
  revision: z.int(),
  words: z.nullable(z.string()),
})
const Stored = z.object({ key: z.union([z.string(), z.int()]), json: z.string() })
const Fold = z.object({ fold: z.nullable(z.string()) })
const Revision = z.object({ revision: z.int() })

export const passagesOf = (db: Database, board: BoardId): readonly Passage[] =>
  db
    .sql('SELECT * FROM text_anchors WHERE board = ? ORDER BY comment')
    .all(board)
    .map((row) => {
      const { comment, range_start: start, range_end: end, revision, words } = PassageRow.parse(row)
      const said = words === null ? {} : { words: JSON.parse(words) as unknown }
      return Passage.parse({ commentId: comment, start, end, revision, ...said })
    })

export function setPassage(db: Database, board: BoardId, passage: Passage): void {
  const { commentId, start, end, revision, words } = passage
  const known = db
    .sql('SELECT revision FROM text_anchors WHERE board = ? AND comment = ?')
    .get(board, commentId)
  mustCarryOn(known ? Revision.parse(known).revision : 0, passage)
  db.sql('INSERT OR REPLACE INTO text_anchors VALUES (?, ?, ?, ?, ?, ?)').run(
    board,
    commentId,
    start,
    end,
    revision,
    words ? JSON.stringify(words) : null,
  )
}

/** `secure_delete` overwrites what the rows held before. */
export function redact(db: Database, board: BoardId, ids: readonly CommentId[]): void {
  const gone = new Set(ids)
  const change = { board, ids, gone }
  rewrite<BoardEvent>(db, 'events', 'seq', 'event', change, (event) => eventWithoutWords(event, gone))
  rewrite(db, 'answers', 'command', 'value', change, (answer) => answerWithoutWords(answer, gone))
  const row = db.sql('SELECT fold FROM boards WHERE board = ?').get(board)
  const { fold } = Fold.parse(row)
  if (fold === null) return
  const cleared = boardWithoutWords(JSON.parse(fold) as Board, gone)
  db.sql('UPDATE boards SET fold = ? WHERE board = ?').run(JSON.stringify(cleared), board)
}

/** Only rows that name one of the comments are read: an id never needs escaping in JSON. */
function rewrite<T>(
  db: Database,
  table: 'events' | 'answers',
  key: 'seq' | 'command',
  column: 'event' | 'value',
  { board, ids }: { readonly board: BoardId; readonly ids: readonly CommentId[] },
  change: (value: T) => T,
): void {
  const find = db.sql(
    `SELECT ${key} AS key, ${column} AS json FROM ${table} WHERE board = ? AND instr(${column}, ?) > 0`,
  )
  const write = db.sql(`UPDATE ${table} SET ${column} = ? WHERE board = ? AND ${key} = ?`)
  for (const id of ids)
    for (const row of find.all(board, `"${id}"`)) {
      const stored = Stored.parse(row)
      const json = JSON.stringify(change(JSON.parse(stored.json) as T))
      if (json !== stored.json) write.run(json, board, stored.key)
    }
}
