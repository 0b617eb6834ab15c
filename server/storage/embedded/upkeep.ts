import { crc32 } from 'node:zlib'
import { fold, same } from '../compaction.ts'
import type { RoomKey } from '../storage.ts'
import { StorageError } from '../storage.ts'
import type { Database } from './database.ts'
import { readContent } from './rooms.ts'

/*
 * What the worker `upkeep` can do, on a connection of its own, while `store` goes on taking updates: a document is
 * folded outside any transaction, and only the exchange of the old tail for the new base holds the file for a moment.
 */

export interface Compacting {
  readonly key: RoomKey
  /** Evidence and who wrote what from before these times, and sessions that had ended by then, are deleted first. */
  readonly clear: { readonly evidence: string; readonly writings: string; readonly sessions: string } | null
}

export const upkeepOperations = (db: Database) => ({
  compact: ({ key, clear }: Compacting): number => {
    if (clear) {
      db.sql('DELETE FROM refused_updates WHERE at < ?').run(clear.evidence)
      db.sql('DELETE FROM writings WHERE at < ?').run(clear.writings)
      db.sql('DELETE FROM sessions WHERE expires_at <= ?').run(clear.sessions)
    }
    return compact(db, key)
  },
  /** The journal still holds what a page said before: it is written into the file and cut off. */
  emptyJournal: (): void => {
    db.raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  },
})

export type UpkeepOperations = ReturnType<typeof upkeepOperations>

type Content = ReturnType<typeof readContent>

function compact(db: Database, key: RoomKey): number {
  if (!db.sql('SELECT 1 FROM rooms WHERE board = ? AND room = ?').get(key.board, key.room)) return 0
  const content = inTransaction(db, 'BEGIN', () => readContent(db, key))
  if (content.tail.length === 0) return 0
  const tail = content.tail.map(({ bytes }) => bytes)
  const folded = fold(content.base?.bytes ?? null, tail)
  inTransaction(db, 'BEGIN IMMEDIATE', () => exchange(db, key, content, folded))
  return tail.length
}

/** Updates that came meanwhile have higher numbers and stay; the old base goes when the new one has been read back. */
function exchange(
  db: Database,
  { board, room }: RoomKey,
  { generation, last }: Content,
  folded: Uint8Array,
): void {
  const place = [board, room, generation, last] as const
  db.sql('INSERT INTO bases VALUES (?, ?, ?, ?, ?, ?)').run(...place, folded, crc32(folded))
  const written = db
    .sql('SELECT bytes FROM bases WHERE board = ? AND room = ? AND generation = ? AND seq = ?')
    .get(...place)
  const bytes = written?.['bytes']
  if (!(bytes instanceof Uint8Array) || !same(bytes, folded))
    throw new StorageError('io', `the new base of room ${room} is not what was written`)
  db.sql('DELETE FROM updates WHERE board = ? AND room = ? AND generation = ? AND seq <= ?').run(...place)
  db.sql('DELETE FROM bases WHERE board = ? AND room = ? AND generation = ? AND seq < ?').run(...place)
}

function inTransaction<T>(db: Database, begin: 'BEGIN' | 'BEGIN IMMEDIATE', run: () => T): T {
  db.raw.exec(begin)
  try {
    const value = run()
    db.raw.exec('COMMIT')
    return value
  } catch (error) {
    if (db.raw.isTransaction) db.raw.exec('ROLLBACK')
    throw error
  }
}
