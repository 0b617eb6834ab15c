import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../storage.ts'
import { whyFailed } from './failure.ts'

export interface FolderLock {
  release(): void
}

/**
 * One process per folder: an open exclusive transaction on a file of its own. It ends with the process, however that
 * ends; a lock that is merely a file would outlive a killed one.
 */
export function lockFolder(folder: string): FolderLock {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw whyFailed(error, folder)
  }
  const file = join(folder, 'samplan.lock')
  const db = openLock(file, folder)
  try {
    // Without a write, a file that is read-only would seem locked to everybody who asks.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1')
  } catch (error) {
    db.close()
    throw isBusy(error)
      ? new StorageError('inUse', 'another Samplan uses this folder', folder)
      : whyFailed(error, file)
  }
  return { release: () => db.close() }
}

function openLock(file: string, folder: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch (error) {
    throw whyFailed(error, folder)
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 5
