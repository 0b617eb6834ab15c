import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { Passage, PassageWords } from '../../../shared/board/comment.ts'
import type { Flow, Range, Run } from './flow.ts'

/* The two ends of a passage, each held to a letter of it: whatever is written before or after stays outside. */

/** As they are stored: relative positions of Yjs in base64. */
export type Ends = Pick<Passage, 'start' | 'end'>

/** Where a passage stands since it moved, and what it said where somebody placed it by hand. */
export interface Moved extends Ends {
  readonly words?: PassageWords | undefined
}

/** The ends of a range, or null when no letter stands in it. */
export const endsOf = ({ runs }: Flow, { from, to }: Range): Ends | null => {
  const first = runs.find(({ at, length }) => from < at + length)
  const last = runs.findLast(({ at }) => at < to)
  if (!first || !last) return null
  const begin = Math.max(from - first.at, 0)
  const stop = Math.min(to - last.at, last.length)
  if (first.offset + begin >= last.offset + stop) return null
  return { start: encode(first, begin, 0), end: encode(last, stop, -1) }
}

const encode = ({ text }: Run, index: number, side: 0 | -1): string =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side)))

/** An end in the text as it is now. */
interface Place {
  readonly at: number
  /** Whether the letter it is held to still stands. */
  readonly isFirm: boolean
}

/** Where a position leads; null when its place is gone. `isBack` follows letters that this page took back by undoing. */
const placeOf = (flow: Flow, position: string, side: 0 | -1, isBack: boolean): Place | null => {
  const relative = decode(position)
  const { item: id } = relative ?? {}
  // One that names a whole text would make that text where there is none.
  if (!relative || !id || Y.getState(flow.doc.store, id.client) <= id.clock) return null
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, flow.doc, isBack)
  const run = absolute && flow.runOf.get(absolute.type)
  if (!run) return null
  const at = run.at + Math.min(absolute.index, run.length)
  if (isBack) return { at, isFirm: side === 0 ? absolute.index < run.length : absolute.index > 0 }
  return { at, isFirm: !Y.getItem(flow.doc.store, id).deleted }
}

const decode = (position: string): Y.RelativePosition | null => {
  // reason: these bytes were another page's, and a broken one shall cost no more than its own passage.
  try {
    return Y.decodeRelativePosition(fromBase64(position))
  } catch {
    return null
  }
}

export interface Led extends Range {
  readonly isFirm: boolean
}

/** Where the ends lead, when something stands between them. */
export const follow = (flow: Flow, { start, end }: Ends, isBack = false): Led | null => {
  const from = placeOf(flow, start, 0, isBack)
  const to = placeOf(flow, end, -1, isBack)
  if (!from || !to || from.at >= to.at) return null
  return { from: from.at, to: to.at, isFirm: from.isFirm && to.isFirm }
}
