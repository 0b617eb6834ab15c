import type * as Y from 'yjs'
import type { Step } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { changesBetween } from '../../shared/step/changes.ts'
import { readStep } from '../../shared/step/read.ts'

/** What the person has written that the server's document lacks, in clear. */
export const wordsBetween = (known: Y.Doc, own: Y.Doc, step: Step): readonly Change[] =>
  changesBetween(readStep(known, step), readStep(own, step))
