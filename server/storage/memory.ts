import { memoryBoards } from './memory/boards.ts'
import type { Held, Run } from './memory/held.ts'
import { kept } from './memory/held.ts'
import { memoryPeople } from './memory/people.ts'
import { memoryRooms } from './memory/rooms.ts'
import { memoryScores } from './memory/scores.ts'
import type { Storage, Workspace } from './storage.ts'
import { StorageError, emptyWorkspace } from './storage.ts'

/*
 * The engine that forgets: plain maps, for tests and for trying things out. It keeps the port's promises except that
 * nothing outlives the process.
 */

/** `space`: what the disk that there is not has left. */
export const createMemory = ({ space = () => Infinity }: { readonly space?: () => number } = {}): Storage => {
  const held: Held = { boards: new Map(), returnLinks: new Map(), sessions: new Map() }
  let workspace: Workspace = emptyWorkspace
  let open = true
  const run: Run = async (operation) => {
    if (!open) throw new StorageError('closed', 'the storage is closed')
    return operation()
  }
  return {
    check: () => run(() => undefined),
    space: () => run(space),
    close: async () => {
      open = false
    },
    boards: memoryBoards(held, run),
    rooms: memoryRooms(held, run),
    people: memoryPeople(held, run),
    scores: memoryScores(held, run),
    workspace: {
      read: () => run(() => workspace),
      write: (change) =>
        run(() => {
          workspace = kept(change(workspace))
        }),
    },
  }
}
