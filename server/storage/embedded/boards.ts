import * as z from 'zod/mini'
import type { BoardEvent } from '../../../shared/board/log.ts'
import type { Board } from '../../../shared/board/model.ts'
import type { Change } from '../../../shared/board/proposals.ts'
import type { BoardId, CommandId } from '../../../shared/ids.ts'
import { MemberId, ProposalId, StepId, VersionId } from '../../../shared/ids.ts'
import { conflict, mustFollow } from '../commit.ts'
import type { Commit, RoomState, RoomUpdate, VersionRow } from '../storage.ts'
import { StorageError } from '../storage.ts'
import type { Database } from './database.ts'
import { passagesOf, redact, setPassage } from './comments.ts'
import { claim, insertUpdates } from './rooms.ts'

/* The board log and what goes into one transaction with it. */

export const boardReads = (db: Database) => ({
  load: (board: BoardId) => load(db, board),
  events: ({ board, since }: { readonly board: BoardId; readonly since: number }) => events(db, board, since),
  answer: ({ board, command }: { readonly board: BoardId; readonly command: CommandId }): unknown => {
    const row = db.sql('SELECT value FROM answers WHERE board = ? AND command = ?').get(board, command)
    return row ? JSON.parse(Text.parse(row['value'])) : null
  },
  versions: (board: BoardId): readonly VersionRow[] =>
    db.sql('SELECT * FROM versions WHERE board = ? ORDER BY place').all(board).map(versionFrom),
  version: ({ board, id }: { readonly board: BoardId; readonly id: VersionId }): VersionRow | null => {
    const row = db.sql('SELECT * FROM versions WHERE board = ? AND id = ?').get(board, id)
    return row ? versionFrom(row) : null
  },
  proposals: (board: BoardId) =>
    db.sql('SELECT id, changes FROM proposals WHERE board = ? ORDER BY place').all(board).map(proposalFrom),
  passages: (board: BoardId) => passagesOf(db, board),
  count: (): number => Count.parse(db.sql('SELECT count(*) AS count FROM boards').get()).count,
})

const Text = z.string()
const Count = z.object({ count: z.int() })
const BoardRow = z.object({ fold_seq: z.nullable(z.int()), fold: z.nullable(z.string()) })
const EventRow = z.object({ seq: z.int(), event: z.string() })
const Place = z.object({ generation: z.int(), first: z.int() })
const ProposalRow = z.object({ id: ProposalId, changes: z.string() })
const VersionColumns = z.object({
  id: VersionId,
  step: StepId,
  number: z.int(),
  kind: z.literal('agreed'),
  at: z.string(),
  member: MemberId,
  hash: z.string(),
  content: z.string(),
  decision: z.string(),
})

function load(db: Database, board: BoardId) {
  const found = db.sql('SELECT fold_seq, fold FROM boards WHERE board = ?').get(board)
  if (!found) return null
  const row = BoardRow.parse(found)
  const fold = row.fold === null ? null : (JSON.parse(row.fold) as Board)
  return { fold, events: events(db, board, row.fold_seq ?? 0) }
}

function events(db: Database, board: BoardId, since: number): readonly BoardEvent[] {
  const rows = db
    .sql('SELECT seq, event FROM events WHERE board = ? AND seq > ? ORDER BY seq')
    .all(board, since)
  const start = Math.max(0, since)
  return rows.map((row, index) => {
    const { seq, event } = EventRow.parse(row)
    if (seq !== start + index + 1)
      throw new StorageError('corrupt', `event ${start + index + 1} of a board is missing`)
    return JSON.parse(event) as BoardEvent
  })
}

const proposalFrom = (row: unknown) => {
  const { id, changes } = ProposalRow.parse(row)
  return { id, changes: JSON.parse(changes) as readonly Change[] }
}

const versionFrom = (row: unknown): VersionRow => {
  const { step, member, content, decision, ...rest } = VersionColumns.parse(row)
  return { ...rest, stepId: step, by: member, content: JSON.parse(content), decision: JSON.parse(decision) }
}

export function commit(db: Database, commit: Commit): void {
  const last = lastEvent(db, commit.board)
  mustFollow(last, commit)
  const { board, fold, answer } = commit
  if (last === null) db.sql('INSERT INTO boards (board) VALUES (?)').run(board)
  const event = db.sql('INSERT INTO events (board, seq, event) VALUES (?, ?, ?)')
  for (const one of commit.events) event.run(board, one.seq, JSON.stringify(one))
  if (fold)
    db.sql('UPDATE boards SET fold_seq = ?, fold = ? WHERE board = ?').run(
      fold.seq,
      JSON.stringify(fold),
      board,
    )
  for (const state of commit.rooms ?? []) setRoom(db, board, state)
  for (const update of commit.updates ?? []) writeUpdate(db, board, update)
  if (answer)
    db.sql('INSERT INTO answers VALUES (?, ?, ?)').run(
      board,
      answer.command,
      JSON.stringify(answer.value ?? null),
    )
  writeRecords(db, commit)
  const expel = db.sql('DELETE FROM session_members WHERE board = ? AND member = ?')
  for (const member of commit.expel ?? []) expel.run(board, member)
  for (const passage of commit.passages ?? []) setPassage(db, board, passage)
  if (commit.forgetScores) db.sql('DELETE FROM scores WHERE board = ?').run(board)
  if (commit.redact?.length) redact(db, board, commit.redact)
}

/** The number of the board's last event; null when there is no such board. */
function lastEvent(db: Database, board: BoardId): number | null {
  const last =
    'SELECT (SELECT max(seq) FROM events WHERE board = boards.board) AS seq FROM boards WHERE board = ?'
  const row = db.sql(last).get(board)
  return row ? z.int().parse(row['seq']) : null
}

function setRoom(db: Database, board: BoardId, { room, epoch, generation, closed }: RoomState): void {
  const { changes } = db
    .sql(
      `INSERT INTO rooms (board, room, epoch, generation, closed, next_seq) VALUES (?, ?, ?, ?, ?, 1)
       ON CONFLICT (board, room) DO UPDATE SET epoch = excluded.epoch, generation = excluded.generation,
         closed = excluded.closed, next_seq = iif(excluded.generation = generation, next_seq, 1)
       WHERE excluded.epoch >= epoch AND excluded.generation >= generation`,
    )
    .run(board, room, epoch, generation, closed)
  if (changes === 0) throw conflict(`room ${room} is further than that`)
}

function writeUpdate(db: Database, board: BoardId, { room, bytes, by, at, clients }: RoomUpdate): void {
  const row = db
    .sql(
      `UPDATE rooms SET next_seq = next_seq + 1 WHERE board = ? AND room = ?
       RETURNING generation, next_seq - 1 AS first`,
    )
    .get(board, room)
  if (!row) throw conflict(`there is no room ${room}`)
  claim(
    db,
    { board, room },
    clients.map((client) => ({ client, member: by })),
  )
  const { generation, first } = Place.parse(row)
  insertUpdates(db, { board, room, generation, at }, first, [{ bytes, by }])
}

function writeRecords(db: Database, { board, versions, proposals, refused, invites }: Commit): void {
  const version = db.sql(
    `INSERT INTO versions (board, id, step, number, kind, at, member, hash, content, decision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { id, stepId, number, kind, at, by, hash, content, decision } of versions ?? [])
    version.run(board, id, stepId, number, kind, at, by, hash, text(content), text(decision))
  const proposal = db.sql('INSERT INTO proposals (board, id, changes) VALUES (?, ?, ?)')
  for (const { id, changes } of proposals ?? []) proposal.run(board, id, text(changes))
  const evidence = db.sql(
    'INSERT INTO refused_updates (board, room, member, at, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { room, member, at, bytes } of refused ?? []) evidence.run(board, room, member, at, bytes)
  const link = db.sql('INSERT INTO invites (board, hash, invite, password) VALUES (?, ?, ?, ?)')
  for (const { hash, invite, password } of invites ?? []) link.run(board, hash, invite, password ?? null)
}

const text = (value: unknown): string => JSON.stringify(value ?? null)
