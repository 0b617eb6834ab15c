import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/* Holds a data file for itself, as the repair of its journal after a crash does, and lets it go a little later. */

const { file, milliseconds } = workerData as { readonly file: string; readonly milliseconds: number }
const db = new DatabaseSync(file)
db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; PRAGMA user_version = 1')
parentPort?.postMessage('held')
setTimeout(() => {
  db.exec('ROLLBACK')
  db.close()
}, milliseconds)
