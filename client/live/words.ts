import type * as Y from 'yjs'
import type { Change } from '../../shared/board/proposals.ts'
import { changesBetween } from '../../shared/step/changes.ts'
import { readStep } from '../../shared/step/read.ts'
import type { Structure } from './content.ts'

/** What the person has written that the server's document lacks, in clear. */
export const wordsBetween = (known: Y.Doc, own: Y.Doc, step: Structure): readonly Change[] =>
  changesBetween(readStep(known, step), readStep(own, step))
