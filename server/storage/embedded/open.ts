import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from '../storage.ts'
import type { Workers } from './engine.ts'
import { storageOver } from './engine.ts'
import { whyFailed } from './failure.ts'
import { prepareDatabase } from './format.ts'
import { openLine } from './line.ts'
import { lockFolder } from './lock.ts'
import type { Migration } from './schema.ts'
import { migrations } from './schema.ts'
import type { StoreOperations } from './store.ts'
import type { UpkeepOperations } from './upkeep.ts'
import type { WorkspaceNotice } from './workspace.ts'
import { openWorkspace } from './workspace.ts'

/*
 * The engine of an installation: a folder with `samplan.db` (SQLite), `workspace.json` (lowdb) and `samplan.lock`.
 * All of SQLite happens in two workers, so that a disk that stalls never stalls a socket: `store` takes appends,
 * commits and reads, `upkeep` folds rooms and deletes what is old.
 */

export interface EmbeddedOptions {
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly notice?: (notice: WorkspaceNotice) => void
  /** Another history of formats than the released one: for the tests of migrating. */
  readonly migrations?: readonly Migration[]
  /** A ceiling for what `store` may let the data file grow to, in pages of 4 kB: then `full`, as on a full disk. */
  readonly maxPages?: number
  /** Tells what the disk under a folder has left, in blocks: for the tests of a disk that fills up. */
  readonly statfs?: (folder: string) => Promise<{ readonly bavail: number; readonly bsize: number }>
}

/** Rejects with a `StorageError` that names the file or folder when the folder cannot be worked in. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Storage> {
  const { folder, now, notice = () => {} } = options
  const lock = lockFolder(folder)
  try {
    const file = join(folder, 'samplan.db')
    prepareDatabase(file, options.migrations ?? migrations, new Date(now()).toISOString())
    const workspace = await openWorkspace(join(folder, 'workspace.json'), notice)
    const workers = await startWorkers(file, options.maxPages)
    const ask = options.statfs ?? statfs
    const space = async () => {
      // What is left for users without privileges: that is what a service has.
      const { bavail, bsize } = await ask(folder)
      return bavail * bsize
    }
    return storageOver(workers, workspace, now, lock.release, space)
  } catch (error) {
    lock.release()
    throw whyFailed(error, folder)
  }
}

async function startWorkers(file: string, maxPages: number | undefined): Promise<Workers> {
  const starting = [
    openLine<StoreOperations>(script('store-worker.ts'), { file, maxPages }),
    openLine<UpkeepOperations>(script('upkeep-worker.ts'), { file }),
  ] as const
  try {
    const [store, upkeep] = await Promise.all(starting)
    await store.call('beat', undefined)
    // A crash may have left words in it that were erased. A disk that is too full for that still opens.
    await upkeep.call('emptyJournal', undefined).catch(() => undefined)
    return { store, upkeep }
  } catch (error) {
    for (const line of await Promise.allSettled(starting))
      if (line.status === 'fulfilled') await line.value.close()
    throw error
  }
}

const script = (name: string): URL => new URL(name, import.meta.url)
