import type { Board, Section, Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { kindsOf } from '../items/section-kinds.ts'

/* What the document shows of a plan, and where. */

/** Where something stands in the plan. */
export interface Place {
  readonly step: Step
  readonly section: Section
}

/** For each kind the section where its items are written in full: the first in the plan that shows them. */
export const fullPlaces = ({ steps }: Pick<Board, 'steps'>): ReadonlyMap<string, Place> => {
  const all = visible(steps).flatMap((step) =>
    visible(step.sections).flatMap((section) =>
      kindsOf(section).map((kind) => [kind, { step, section }] as const),
    ),
  )
  // The last to be set stays, so the first comes last.
  return new Map(all.toReversed())
}
