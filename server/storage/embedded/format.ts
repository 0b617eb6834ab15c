import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../storage.ts'
import { patience } from './database.ts'
import { whyFailed } from './failure.ts'
import type { Migration } from './schema.ts'

/*
 * Brings the data file to the format this version writes, before anything else opens it. A file that is damaged, not
 * ours or newer is looked at through a connection that cannot write, and stays as it is to the byte.
 */

const ours = 0x53414d50

/** `at` (ISO 8601) names the copy that is made before migrating: `samplan.db.format-1.<at>`. */
export function prepareDatabase(file: string, migrations: readonly Migration[], at: string): void {
  try {
    const newest = migrations.length
    if (!existsSync(file)) return create(file, migrations)
    // SQLite would open a read-only file all the same, and leave a read-only journal beside it.
    accessSync(file, constants.W_OK)
    const format = inspect(file)
    if (format > newest)
      throw new StorageError(
        'newerFormat',
        `the data has format ${format}, the newest known is ${newest}`,
        file,
      )
    if (format < newest) migrate(file, format, migrations, at)
  } catch (error) {
    throw whyFailed(error, file)
  }
}

/** Made under another name, so that a file of the right name is always whole. */
function create(file: string, migrations: readonly Migration[]): void {
  if (existsSync(`${file}-wal`))
    throw new StorageError('corrupt', 'the data file is gone, its journal is there', file)
  const fresh = `${file}.new`
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(fresh + end, { force: true })
  const db = new DatabaseSync(fresh)
  db.exec(`PRAGMA application_id = ${ours}; PRAGMA journal_mode = WAL`)
  climb(db, 0, migrations)
  db.close()
  flush(fresh)
  renameSync(fresh, file)
  flushFolder(file)
}

function inspect(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true, timeout: patience })
  try {
    if (number(db, 'application_id') !== ours)
      throw new StorageError('corrupt', 'this is no data of Samplan', file)
    const found = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0]
    if (found !== 'ok') throw new StorageError('corrupt', String(found), file)
    return number(db, 'user_version')
  } finally {
    db.close()
  }
}

function migrate(file: string, format: number, migrations: readonly Migration[], at: string): void {
  const copy = `${file}.format-${format}.${at.replaceAll(':', '-')}`
  const db = new DatabaseSync(file, { timeout: patience })
  try {
    db.prepare('VACUUM INTO ?').run(copy)
    flush(copy)
    flushFolder(copy)
    climb(db, format, migrations)
  } finally {
    db.close()
  }
}

function climb(db: DatabaseSync, from: number, migrations: readonly Migration[]): void {
  db.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE')
  for (const migration of migrations.slice(from)) migration(db)
  db.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`)
}

const number = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])

function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Makes a rename in the file's folder last; Windows has no such thing. */
function flushFolder(file: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(dirname(file), 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
