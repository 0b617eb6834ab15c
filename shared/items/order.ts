import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { orderPattern } from './leaves.ts'

/*
 * Where something stands among others: a key that sorts between its neighbours' keys, so that two people who move
 * two things at the same moment both get what they wanted.
 */

export interface Ordered {
  readonly id: string
  readonly order: string
}

/** By key, then by id where two people chose the same place at the same moment. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** A key before the thing that stands at `at` (which may be the end); `others` in order, without the one that moves. */
export const orderAt = (others: readonly Ordered[], at: number): string => {
  const before = others[at - 1]?.order ?? null
  // Equal keys leave nothing between them: the next that differs is the neighbour.
  const after = others.slice(at).find(({ order }) => before === null || order > before)?.order ?? null
  return between(before, after)
}

/** Keys for this many things in order, from the beginning. */
export const ordersFor = (count: number): readonly string[] => generateNKeysBetween(null, null, count)

/** Foreign keys that the rule of our keys does not know count as no neighbour: the place is then only near. */
const between = (before: string | null, after: string | null): string => {
  const known = (key: string | null) => (key !== null && isKey(key) ? key : null)
  const key = generateKeyBetween(known(before), known(after))
  return orderPattern.test(key) ? key : generateKeyBetween(null, null)
}

const isKey = (key: string): boolean => {
  // reason: the library throws on a key that is none of its own, and has no question for it.
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}
