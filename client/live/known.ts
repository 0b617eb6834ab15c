import * as Y from 'yjs'
import { newRoomDoc } from '../../shared/step/doc.ts'

/**
 * The server's document as far as this page has heard: what came from it, and our own updates that it confirmed.
 * Kept as the bytes themselves, a fraction of a live document; only when something is refused is a document made of
 * them, to tell the person's own words from everybody's.
 */
export class Known {
  #updates: Uint8Array[] = []
  #bytes = 0

  add(update: Uint8Array): void {
    this.#updates.push(update)
    this.#bytes += update.length
  }

  /** To be called while nothing of ours is unsaved: then `doc` is what the server has, and one update says it all. */
  fold(doc: Y.Doc): void {
    if (this.#updates.length <= 200 && this.#bytes <= 1_000_000) return
    this.#updates = [Y.encodeStateAsUpdate(doc)]
    this.#bytes = 0
  }

  document(): Y.Doc {
    const doc = newRoomDoc()
    doc.transact(() => {
      for (const update of this.#updates) Y.applyUpdate(doc, update)
    })
    return doc
  }
}
