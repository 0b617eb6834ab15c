import { crc32 } from 'node:zlib'
import * as z from 'zod/mini'
import type { BoardId } from '../../../shared/ids.ts'
import { MemberId, StepId } from '../../../shared/ids.ts'
import { conflict } from '../commit.ts'
import type { Append, RefusedClient, RoomKey, RoomRow, RoomSize } from '../storage.ts'
import { StorageError } from '../storage.ts'
import type { Database } from './database.ts'

/* Rooms: the fence, the tail of updates, and what is read back of them. */

const RoomColumns = z.object({
  epoch: z.int(),
  generation: z.int(),
  closed: z.nullable(z.enum(['agreed', 'paused'])),
  next_seq: z.int(),
})
const Bytes = z.object({ seq: z.int(), bytes: z.instanceof(Uint8Array<ArrayBuffer>), sum: z.int() })
const Owner = z.object({ client: z.int(), member: MemberId })
const Refused = z.object({ client: z.int(), clock: z.int() })
const Size = z.object({ room: StepId, bytes: z.int() })
const First = z.object({ first: z.int() })

/** The fence is the first statement: when it finds no row, nothing else happens. */
export function append(db: Database, { board, room, epoch, generation, at, updates, owners }: Append) {
  const row = db
    .sql(
      `UPDATE rooms SET next_seq = next_seq + ?
       WHERE board = ? AND room = ? AND epoch = ? AND generation = ? AND closed IS NULL
       RETURNING next_seq - ? AS first`,
    )
    .get(updates.length, board, room, epoch, generation, updates.length)
  if (!row) return 'fenced'
  claim(db, { board, room }, owners)
  const { first } = First.parse(row)
  insertUpdates(db, { board, room, generation, at }, first, updates)
  return 'appended'
}

/** The room's next updates, of which the first has the number `first`. */
export function insertUpdates(
  db: Database,
  { board, room, generation, at }: Pick<Append, 'board' | 'room' | 'generation' | 'at'>,
  first: number,
  updates: Append['updates'],
): void {
  const insert = db.sql('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const [index, { bytes, by }] of updates.entries())
    insert.run(board, room, generation, first + index, by, at, bytes, crc32(bytes))
}

export function claim(db: Database, { board, room }: RoomKey, owners: Append['owners']): void {
  const statement = db.sql(
    `INSERT INTO client_owners (board, room, client, member) VALUES (?, ?, ?, ?)
     ON CONFLICT (board, room, client) DO UPDATE SET member = excluded.member WHERE member = excluded.member`,
  )
  for (const { client, member } of owners)
    if (statement.run(board, room, client, member).changes === 0)
      throw conflict(`client ${client} belongs to another member`)
}

export function loadRoom(db: Database, key: RoomKey): RoomRow {
  const { base, tail, generation, epoch, closed } = readContent(db, key)
  const owners = db.sql('SELECT client, member FROM client_owners WHERE board = ? AND room = ?')
  const refused = db.sql(
    'SELECT client, clock FROM refused_clients WHERE board = ? AND room = ? AND generation = ?',
  )
  return {
    epoch,
    generation,
    closed,
    base: base?.bytes ?? null,
    tail: tail.map(({ bytes }) => bytes),
    owners: owners.all(key.board, key.room).map((row) => Owner.parse(row)),
    refused: refused.all(key.board, key.room, generation).map((row) => Refused.parse(row)),
  }
}

/** SQLite knows the length of a blob without reading it. */
export function sizesOf(db: Database, board: BoardId): readonly RoomSize[] {
  const here = 'board = rooms.board AND room = rooms.room AND generation = rooms.generation'
  const newest = `SELECT max(seq) FROM bases WHERE ${here}`
  const base = `SELECT length(bytes) FROM bases WHERE ${here} ORDER BY seq DESC LIMIT 1`
  const tail = `SELECT sum(length(bytes)) FROM updates WHERE ${here} AND seq > ifnull((${newest}), 0)`
  const sizes = db.sql(
    `SELECT room, ifnull((${base}), 0) + ifnull((${tail}), 0) AS bytes FROM rooms WHERE board = ?`,
  )
  return sizes.all(board).map((row) => Size.parse(row))
}

/** The room's row with base and tail, whole: a missing or changed byte is `corrupt`. */
export function readContent(db: Database, { board, room }: RoomKey) {
  const row = db.sql('SELECT * FROM rooms WHERE board = ? AND room = ?').get(board, room)
  if (!row) throw new StorageError('corrupt', `there is no room ${room}`)
  const { next_seq: next, ...state } = RoomColumns.parse(row)
  const place = [board, room, state.generation] as const
  const [base] = db
    .sql('SELECT * FROM bases WHERE board = ? AND room = ? AND generation = ? ORDER BY seq DESC LIMIT 1')
    .all(...place)
    .map((one) => sound(one, room))
  const seq = base?.seq ?? 0
  const tail = db
    .sql('SELECT * FROM updates WHERE board = ? AND room = ? AND generation = ? AND seq > ? ORDER BY seq')
    .all(...place, seq)
    .map((one) => sound(one, room))
  const whole = tail.every((update, index) => update.seq === seq + index + 1)
  if (!whole || seq + tail.length + 1 !== next)
    throw new StorageError('corrupt', `updates of room ${room} are missing`)
  return { ...state, base: base ?? null, tail, last: next - 1 }
}

function sound(row: unknown, room: string) {
  const read = Bytes.parse(row)
  if (crc32(read.bytes) !== read.sum) throw new StorageError('corrupt', `bytes of room ${room} have changed`)
  return read
}

export function refuse(
  db: Database,
  key: RoomKey,
  generation: number,
  refused: readonly RefusedClient[],
): void {
  const { board, room } = key
  if (!db.sql('SELECT 1 FROM rooms WHERE board = ? AND room = ?').get(board, room))
    throw conflict(`there is no room ${room}`)
  const statement = db.sql(
    `INSERT INTO refused_clients (board, room, generation, client, clock) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET clock = min(clock, excluded.clock)`,
  )
  for (const { client, clock } of refused) statement.run(board, room, generation, client, clock)
}
