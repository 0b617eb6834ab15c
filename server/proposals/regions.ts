import type { Hunk, Stretch } from './hunks.ts'
import { hunksOf } from './hunks.ts'
import type { Patience } from './patience.ts'
import { spend } from './patience.ts'

/** Something as it was, what a proposal makes of it, and what stands there now. */
export interface Sides<T> {
  readonly before: T
  readonly after: T
  readonly now: T
}

export const each = <T, R>({ before, after, now }: Sides<T>, of: (side: T) => R): Sides<R> => ({
  before: of(before),
  after: of(after),
  now: of(now),
})

export type Region<T> =
  /** Nobody changed it, or one side did. */
  | { readonly is: 'settled'; readonly items: readonly T[] }
  | { readonly is: 'both'; readonly sides: Sides<readonly T[]> }

/** So much of what all have in common is compared too: a change may be told a little further on. */
const margin = 20

/** Three lists cut where they agree; items with the same key are the same. Null when that would take too long. */
export const regionsOf = <T>(
  sides: Sides<readonly T[]>,
  keyOf: (item: T) => string,
  patience: Patience,
  isSeam: (key: string) => boolean = () => false,
): readonly Region<T>[] | null => {
  const keys = each(sides, (items) => items.map(keyOf))
  const start = Math.max(0, commonStart(keys) - margin)
  const end = Math.max(0, commonStart(each(keys, (side) => side.slice(start).reverse())) - margin)
  const middle = each(sides, (items) => items.slice(start, items.length - end))
  const { before, after, now } = each(keys, (side) => side.slice(start, side.length - end))
  if (!spend(patience, before.length * (after.length + now.length))) return null
  return [
    { is: 'settled', items: sides.now.slice(0, start) },
    ...regionsBetween(middle, hunksOf({ before, after, isSeam }), hunksOf({ before, after: now, isSeam })),
    { is: 'settled', items: sides.now.slice(sides.now.length - end) },
  ]
}

/** Hunks of the two sides that overlap or touch are one region. */
const regionsBetween = <T>(
  sides: Sides<readonly T[]>,
  proposed: readonly Hunk[],
  standing: readonly Hunk[],
): readonly Region<T>[] => {
  const [left, right] = [[...proposed], [...standing]]
  const regions: Region<T>[] = []
  const drift: { after: number; now: number } = { after: 0, now: 0 }
  let done = 0
  const settle = (end: number) => {
    regions.push({ is: 'settled', items: sides.before.slice(done, end) })
    done = end
  }
  for (;;) {
    const start = Math.min(left[0]?.was.start ?? Infinity, right[0]?.was.start ?? Infinity)
    if (start === Infinity) break
    settle(start)
    const [mine, yours] = gathered(left, right, start)
    const end = Math.max(mine.at(-1)?.was.end ?? start, yours.at(-1)?.was.end ?? start)
    const after = { start: start + drift.after, end: end + grown(drift, 'after', mine) }
    const now = { start: start + drift.now, end: end + grown(drift, 'now', yours) }
    regions.push(regionFrom(sides, { before: { start, end }, after, now }, mine.length > 0, yours.length > 0))
    done = end
  }
  settle(sides.before.length)
  return regions
}

/** Takes from both what begins at `start` and everything that touches it. */
const gathered = (
  left: Hunk[],
  right: Hunk[],
  start: number,
): readonly [readonly Hunk[], readonly Hunk[]] => {
  const [mine, yours]: [Hunk[], Hunk[]] = [[], []]
  let end = start
  for (;;) {
    const [from, into] = (left[0]?.was.start ?? Infinity) <= end ? [left, mine] : [right, yours]
    const next = from[0]
    if (!next || next.was.start > end) return [mine, yours]
    from.shift()
    into.push(next)
    end = Math.max(end, next.was.end)
  }
}

/** How far ahead of `before` a side is behind these hunks; remembered for those that follow. */
const grown = (
  drift: { after: number; now: number },
  side: 'after' | 'now',
  hunks: readonly Hunk[],
): number => {
  for (const { was, is } of hunks) drift[side] += is.end - is.start - (was.end - was.start)
  return drift[side]
}

const regionFrom = <T>(
  sides: Sides<readonly T[]>,
  places: Sides<Stretch>,
  isProposed: boolean,
  isStanding: boolean,
): Region<T> => {
  const cut = {
    before: sides.before.slice(places.before.start, places.before.end),
    after: sides.after.slice(places.after.start, places.after.end),
    now: sides.now.slice(places.now.start, places.now.end),
  }
  if (isProposed && isStanding) return { is: 'both', sides: cut }
  return { is: 'settled', items: isProposed ? cut.after : cut.now }
}

const commonStart = ({ before, after, now }: Sides<readonly string[]>): number => {
  let count = 0
  while (count < before.length && before[count] === after[count] && before[count] === now[count]) count++
  return count
}
