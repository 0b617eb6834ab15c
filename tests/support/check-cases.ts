import type { CheckId } from '../../shared/checks/rules.ts'
import type { PlanParts } from './checks.ts'
import { findingsBy } from './checks.ts'

/* A check and the smallest change by which what it finds goes. */

export type CheckCase = readonly [
  check: CheckId,
  /** What is wrong. */
  wrong: string,
  plan: PlanParts,
  /** What `tellings` gives: what it speaks of, and the field or kind it leads to. */
  found: readonly string[],
  /** The same plan with what it missed. */
  mended: PlanParts,
]

/** What a check finds, in short: `g1 indicatorIds`, `plan goal`. */
export const tellings = (check: CheckId, plan: PlanParts): readonly string[] =>
  findingsBy(check, plan).map(({ entityId, place }) => {
    const spot = place.is === 'item' ? (place.field ?? '') : place.is === 'kind' ? place.kind : place.is
    return `${entityId ?? 'plan'} ${spot}`.trim()
  })
