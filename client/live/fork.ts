import type * as Y from 'yjs'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import type { Step } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { changesBetween } from '../../shared/step/changes.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { readStep } from '../../shared/step/read.ts'
import { Carets } from './carets.ts'
import { Pen } from './live.ts'
import type { RoomDocument } from './session.ts'
import { undoIn } from './undo.ts'

/** A step in a document of the person's own, in which they write a proposal. No line leads to it or from it. */
export interface Fork {
  /** As it was when the person began: what others do to the step meanwhile does not reach the fork. */
  readonly step: Step
  readonly document: RoomDocument
  /** What the person has changed in it, in clear. */
  changes(): readonly Change[]
}

export const forkOf = (live: Y.Doc, step: Step): Fork => {
  const document = privateDocument()
  applyUpdate(document.doc, encodeStateAsUpdate(live))
  const base = readStep(document.doc, step)
  return { step, document, changes: () => changesBetween(base, readStep(document.doc, step)) }
}

/** An empty document that the same texts and questions are written in as in a room, and nobody else is in. */
export const privateDocument = (): RoomDocument => {
  const doc = newRoomDoc()
  return {
    version: 1,
    doc,
    awareness: new Carets(doc),
    undo: undoIn(doc),
    state: { is: 'writable' },
    isPrivate: true,
  }
}

/** The proposals that the person is writing: at most one for each step. */
export class Forks {
  readonly live = new Pen<readonly Fork[]>([])

  begin(fork: Fork): void {
    this.live.set([...this.live.get(), fork])
  }

  end(stepId: string): void {
    const all = this.live.get()
    this.live.set(all.filter(({ step }) => step.id !== stepId))
    for (const { step, document } of all) if (step.id === stepId) document.doc.destroy()
  }

  has(stepId: string): boolean {
    return this.live.get().some(({ step }) => step.id === stepId)
  }

  /** Those with words in them that are nowhere else. */
  unsent(): readonly Fork[] {
    return this.live.get().filter((fork) => fork.changes().length > 0)
  }
}
