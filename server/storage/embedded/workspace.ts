import { copyFile, stat } from 'node:fs/promises'
import { Low } from 'lowdb'
import type { Workspace, WorkspaceStore } from '../storage.ts'
import { StorageError, emptyWorkspace } from '../storage.ts'
import { sweep } from './durable-file.ts'
import { whyFailed } from './failure.ts'
import { workspaceAdapter } from './workspace-adapter.ts'

/** What an operator should hear of: an edit by hand was taken over, or cannot be read and waits to be mended. */
export type WorkspaceNotice = 'workspaceEdited' | 'workspaceUnreadable'

export interface KeptWorkspace extends WorkspaceStore {
  /** Resolves when what was asked before is done. */
  idle(): Promise<void>
}

/**
 * `workspace.json`, kept by lowdb. Reads and writes run one after the other, and each looks first whether somebody
 * has edited the file: a good edit is taken over, a broken one is left alone, and then writes are rejected until it is
 * mended. At most one of these per file. A file that cannot be read at the start is copied aside and ends the start.
 */
export async function openWorkspace(
  file: string,
  notice: (notice: WorkspaceNotice) => void,
): Promise<KeptWorkspace> {
  const adapter = workspaceAdapter(file)
  const low = new Low<Workspace>(adapter, emptyWorkspace)
  const look = async (): Promise<boolean> => {
    const found = await adapter.look()
    if (found === 'edited') {
      await low.read()
      notice('workspaceEdited')
    }
    if (found === 'broken') notice('workspaceUnreadable')
    return found !== 'broken' && found !== 'stillBroken'
  }
  const write = async (change: (workspace: Workspace) => Workspace): Promise<void> => {
    if (!(await look()))
      throw new StorageError('badWorkspace', 'edited by hand, and cannot be read now', file)
    const before = low.data
    low.data = change(before)
    try {
      await low.write()
    } catch (error) {
      low.data = before
      throw error
    }
  }
  const queue = queueOfOne()
  await start(file, low)
  return {
    read: () =>
      queue(async () => {
        await look()
        return low.data
      }),
    write: (change) => queue(() => write(change)),
    idle: () => queue(async () => undefined),
  }
}

async function start(file: string, low: Low<Workspace>): Promise<void> {
  try {
    await sweep(file)
    await low.read()
  } catch (error) {
    const why = whyFailed(error, file)
    if (why.code === 'badWorkspace') await keepAside(file)
    throw why
  }
}

/** Named after the file's own time, so that one broken file leaves one copy however often the start is tried. */
async function keepAside(file: string): Promise<void> {
  const { mtime } = await stat(file)
  await copyFile(file, `${file}.corrupt-${mtime.toISOString().replaceAll(':', '-')}`)
}

function queueOfOne(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
