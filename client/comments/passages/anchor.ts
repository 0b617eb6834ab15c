import type { TextAnchor } from '../../../shared/board/comment.ts'
import { anchorLimit } from '../../../shared/board/comment.ts'
import type { StepId } from '../../../shared/ids.ts'
import type { Flow, Range } from './flow.ts'
import { rangeOf, spanOf } from './flow.ts'
import { endsOf } from './position.ts'

export interface TextPlace {
  readonly stepId: StepId
  /** Which text of the step: `answer:a`. */
  readonly root: string
}

/**
 * The anchor of what is selected; of the block that it stands in when nothing is. Null where no words stand. A longer
 * selection ends where a quote does.
 */
export const anchorOf = ({ stepId, root }: TextPlace, flow: Flow, selected: Range): TextAnchor | null => {
  const range = selected.from < selected.to ? selected : blockAt(flow, selected.from)
  const span = range && spanOf(flow, range)
  if (!span) return null
  const { words } = flow
  const quote = words.slice(span.start, Math.min(span.end, span.start + anchorLimit.quote)).trimEnd()
  const end = span.start + quote.length
  const exact = rangeOf(flow, span.start, end)
  const ends = exact && endsOf(flow, exact)
  if (!ends) return null
  return {
    type: 'text',
    stepId,
    id: root,
    ...ends,
    quote,
    before: words.slice(Math.max(span.start - anchorLimit.around, 0), span.start),
    after: words.slice(end, end + anchorLimit.around),
  }
}

/** The block that a position stands in. */
export const blockAt = ({ blocks }: Flow, at: number): Range | null =>
  blocks.find(({ from, to }) => from <= at && at <= to) ?? null
