import * as Y from 'yjs'
import type { StepStructure } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { MemberId } from '../../shared/ids.ts'
import { changesBetween } from '../../shared/step/changes.ts'
import { layoutOf, newRoomDoc } from '../../shared/step/doc.ts'
import { readStep } from '../../shared/step/read.ts'
import type { GateRoom } from './gate.ts'
import { judge } from './gate.ts'

type Structure = Pick<StepStructure, 'sections' | 'questions'>

/**
 * What these refused updates would have changed, worked out on a copy: the document itself is never touched. An
 * update that is refused for more than who may write now, or that hangs on such a one, adds nothing.
 */
export const wordsOf = (doc: Y.Doc, updates: readonly Uint8Array[], step: Structure): Change[] => {
  const copy = newRoomDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = readStep(copy, step)
  const room = scratchRoom(copy, step)
  for (const update of updates) if (judge(update, room, 'merged').is === 'good') Y.applyUpdate(copy, update)
  const changes = changesBetween(before, readStep(copy, step))
  copy.destroy()
  return changes
}

const anybody = MemberId.parse('_'.repeat(22))

/** Takes any right update: it decides nothing but whether words can be read from it. */
const scratchRoom = (doc: Y.Doc, step: Structure): GateRoom => {
  return {
    doc,
    layout: layoutOf(step),
    actor: anybody,
    writable: 'yes',
    bytes: 0,
    beside: 0,
    clients: 0,
    ownerOf: () => anybody,
    refusedClock: () => undefined,
  }
}
