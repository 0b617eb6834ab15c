import * as embedded from '../../server/storage/embedded/open.ts'
import type { Storage } from '../../server/storage/storage.ts'

const late = 100

/** The embedded engine, whose appends are promised at once and done a moment later, in order. */
export const openEmbedded = async (
  options: Parameters<typeof embedded.openEmbedded>[0],
): Promise<Storage> => {
  const storage = await embedded.openEmbedded(options)
  let before: Promise<unknown> = Promise.resolve()
  return {
    space: () => storage.space(),
    check: () => storage.check(),
    close: () => storage.close(),
    boards: storage.boards,
    people: storage.people,
    scores: storage.scores,
    workspace: storage.workspace,
    rooms: {
      ...storage.rooms,
      append: (append) => {
        const wait = new Promise<void>((resolve) => setTimeout(resolve, late))
        before = Promise.all([before, wait]).then(() => storage.rooms.append(append))
        return Promise.resolve('appended')
      },
    },
  }
}
