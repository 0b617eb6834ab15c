import type * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'

/**
 * Carets in one room. As long as mine is nowhere in the room I have no entry at all, so a room that is merely on
 * the screen says nothing. Name and colour are not ours to say: the server puts them on.
 */
export class Carets extends Awareness {
  constructor(doc: Y.Doc) {
    super(doc)
    this.setLocalState(null)
  }

  override setLocalStateField(field: string, value: unknown): void {
    const next = { ...this.getLocalState(), [field]: value }
    const nowhere = Object.values(next).every((one) => one === null || one === undefined)
    if (!nowhere) this.setLocalState(next)
    else if (this.getLocalState() !== null) this.setLocalState(null)
  }
}
