import type { StatementSync } from 'node:sqlite'
import { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../storage.ts'

/* One connection to the data file, as both workers open it. */

export interface Database {
  readonly raw: DatabaseSync
  /** The prepared statement of this text, made once. */
  sql(text: string): StatementSync
}

/** Milliseconds that a statement waits for another connection. */
export const patience = 5000

/**
 * FULL, because NORMAL loses acknowledged writes at a power cut. `secure_delete`, because what was erased shall not
 * be found in the file.
 */
const settings = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['busy_timeout', String(patience), patience],
  ['wal_autocheckpoint', '2000', 2000],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
] as const

export function openDatabase(file: string, maxPages?: number): Database {
  // From the first statement on: after a crash the two workers open at once, and one of them mends the journal.
  const raw = new DatabaseSync(file, { timeout: patience })
  for (const [name, value] of settings) raw.exec(`PRAGMA ${name} = ${value}`)
  for (const [name, , wanted] of settings) {
    const is = Object.values(raw.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    if (is !== wanted) throw new StorageError('io', `${name} is ${String(is)} and must be ${wanted}`, file)
  }
  if (maxPages) raw.exec(`PRAGMA max_page_count = ${maxPages}`)
  const prepared = new Map<string, StatementSync>()
  const sql = (text: string) => {
    const statement = prepared.get(text) ?? raw.prepare(text)
    prepared.set(text, statement)
    return statement
  }
  return { raw, sql }
}
