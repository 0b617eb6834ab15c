import type { BoardId } from '../../../shared/ids.ts'
import type { Append, Commit, RefusedClient, RoomKey } from '../storage.ts'
import { StorageError } from '../storage.ts'
import { boardReads, commit } from './boards.ts'
import type { Database } from './database.ts'
import { peopleReads, peopleWrites } from './people.ts'
import { append, loadRoom, refuse, sizesOf } from './rooms.ts'
import { scoreReads, scoreWrites } from './scores.ts'
import { visitReads, visitWrites } from './visits.ts'

/* What the worker `store` can do: every append and read. */

export interface Refusing {
  readonly key: RoomKey
  readonly generation: number
  readonly refused: readonly RefusedClient[]
}

export const storeReads = (db: Database) => ({
  ...boardReads(db),
  ...peopleReads(db),
  ...visitReads(db),
  ...scoreReads(db),
  loadRoom: (key: RoomKey) => loadRoom(db, key),
  sizes: (board: BoardId) => sizesOf(db, board),
})

export const storeWrites = (db: Database) => ({
  ...peopleWrites(db),
  ...visitWrites(db),
  ...scoreWrites(db),
  commit: (wanted: Commit) => commit(db, wanted),
  append: (wanted: Append) => append(db, wanted),
  refuse: ({ key, generation, refused }: Refusing) => refuse(db, key, generation, refused),
  beat: (): void => {
    const row = db.sql('UPDATE pulse SET beats = beats + 1 RETURNING beats').get()
    const read = db.sql('SELECT beats FROM pulse').get()
    if (row?.['beats'] === undefined || row['beats'] !== read?.['beats'])
      throw new StorageError('io', 'what was written is not what is read')
  },
})

export type StoreOperations = ReturnType<typeof storeReads> & ReturnType<typeof storeWrites>
