import * as Y from 'yjs'
import type { RoomRow } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'

/** Applies a room as it is stored. `corrupt` when Yjs cannot make it whole: a part would be gone without a word. */
export const restore = (doc: Y.Doc, { base, tail }: Pick<RoomRow, 'base' | 'tail'>): void => {
  // reason: bytes from the disk; Yjs throws wherever they are no update.
  try {
    for (const bytes of base ? [base, ...tail] : tail) Y.applyUpdate(doc, bytes)
  } catch (error) {
    throw new StorageError('corrupt', 'an update of the room cannot be read', undefined, error)
  }
  if (doc.store.pendingStructs || doc.store.pendingDs)
    throw new StorageError('corrupt', 'updates of the room are missing')
}
