import * as Y from 'yjs'
import type { Anchor } from '../../shared/board/comment.ts'
import type { Board } from '../../shared/board/model.ts'
import { homeOf } from '../../shared/board/home.ts'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { StepId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { fieldAt } from '../../shared/items/item.ts'
import { itemsRoot, layoutOf } from '../../shared/step/doc.ts'

/* Whether what a comment wants to be about is there: what is in a room is asked of the room. */

type Rooms = (id: StepId) => Promise<{ readonly doc: Y.Doc }>

/** The anchor with the step that holds it now, or null when there is no such thing in the plan. */
export const whereIs = async (anchor: Anchor, board: Board, room: Rooms): Promise<Anchor | null> => {
  switch (anchor.type) {
    case 'item':
    case 'field': {
      const fields = kinds.get(anchor.kind)?.fields
      if (!fields || (anchor.type === 'field' && !fieldAt(fields, anchor.field))) return null
      const stepId = await holderOf(anchor, board, room)
      return stepId && { ...anchor, stepId }
    }
    case 'text': {
      const step = stepOf(board, anchor.stepId)
      const isText = step && layoutOf(step).get(anchor.id)?.is === 'text'
      return isText && isPassage(anchor) ? anchor : null
    }
    default:
      return anchor
  }
}

/** What has been deleted counts as there: it can be taken back. */
const holderOf = async (
  { stepId, kind, id }: Extract<Anchor, { readonly kind: string }>,
  board: Board,
  room: Rooms,
): Promise<StepId | null> => {
  // What else lies in the plan's own room is only told of an item.
  const ids = kinds.get(kind)?.afterAgreement ? [followUpRoom] : board.steps.map((step) => step.id)
  for (const one of [...ids.filter((own) => own === stepId), ...ids.filter((other) => other !== stepId)]) {
    const { doc } = await room(one)
    if (doc.share.has(itemsRoot(kind)) && doc.getMap(itemsRoot(kind)).has(id))
      return homeOf(board, { stepId: one, kind }) ?? null
  }
  return null
}

export const isPassage = ({ start, end }: { readonly start: string; readonly end: string }): boolean =>
  isPosition(start) && isPosition(end)

const isPosition = (encoded: string): boolean => {
  // reason: bytes from the wire; the decoder throws wherever they end or lie.
  try {
    const { type, tname, item } = Y.decodeRelativePosition(Buffer.from(encoded, 'base64'))
    return type !== null || tname !== null || item !== null
  } catch {
    return false
  }
}
