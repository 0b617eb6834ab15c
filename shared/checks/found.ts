import type { ItemKind } from '../items/index.ts'
import type { TypedItem } from '../items/typed.ts'
import type { CheckedPlan, Found } from './define.ts'
import { atItem } from './place.ts'

/* What several families need to find something; how it is said where it stands: `place.ts`. */

/** Makes checks that find each item of which something is true; `field`: what would have to be said of it. */
export const findsEach =
  <Name extends ItemKind>(kind: Name, all: (plan: CheckedPlan) => readonly TypedItem<Name>[]) =>
  (isSo: (item: TypedItem<Name>, plan: CheckedPlan) => boolean, field?: string) =>
  (plan: CheckedPlan): readonly Found[] =>
    all(plan)
      .filter((item) => isSo(item, plan))
      .map((item) => atItem(kind, item, field))

/** What a plan has of something that several checks ask, worked out once for each plan. */
export const once = <T extends object>(work: (plan: CheckedPlan) => T): ((plan: CheckedPlan) => T) => {
  const known = new WeakMap<CheckedPlan, T>()
  return (plan) => {
    const found = known.get(plan) ?? work(plan)
    known.set(plan, found)
    return found
  }
}

/** To so many decimals, without a sign before nothing. */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0

const day = 86_400_000

/** Whole days from one day to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day)
