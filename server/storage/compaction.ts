import * as Y from 'yjs'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { StorageError } from './storage.ts'

/**
 * One update that says what base and tail say. Goes through a document: merging the bytes of a long tail takes time
 * in the square of its length and drops no garbage. What it gives has been read back and says the same; when updates
 * are missing or unreadable it throws `corrupt` instead.
 */
export function fold(base: Uint8Array | null, tail: readonly Uint8Array[]): Uint8Array {
  const doc = read(base ? [base, ...tail] : tail)
  const folded = Y.encodeStateAsUpdate(doc)
  const again = read([folded])
  const equal =
    Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again)) && same(folded, Y.encodeStateAsUpdate(again))
  doc.destroy()
  again.destroy()
  if (!equal) throw new StorageError('corrupt', 'a folded room does not read back as it was')
  return folded
}

function read(updates: readonly Uint8Array[]): Y.Doc {
  const doc = newRoomDoc()
  doc.transact(() => {
    for (const update of updates) apply(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs)
    throw new StorageError('corrupt', 'updates of a room are missing')
  return doc
}

function apply(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update)
  } catch (cause) {
    throw new StorageError('corrupt', 'an update of a room cannot be read', undefined, cause)
  }
}

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index])
