import * as Y from 'yjs'
import { newRoomDoc } from '../shared/step/doc.ts'

export interface Written {
  /** The document with what was written in it, a copy. */
  readonly doc: Y.Doc
  /** What brings it into the document itself; null when there is nothing to bring. */
  readonly update: Uint8Array | null
}

/** Writes on a copy, as one more client would when `client` names one. */
export const written = (doc: Y.Doc, write: (copy: Y.Doc) => void, client?: number): Written => {
  const copy = newRoomDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  if (client !== undefined) copy.clientID = client
  let update: Uint8Array | null = null
  copy.on('update', (bytes: Uint8Array) => {
    update = bytes
  })
  copy.transact(() => write(copy))
  return { doc: copy, update }
}
