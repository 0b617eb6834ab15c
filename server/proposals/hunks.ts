import { diffIndices } from 'node-diff3'

/** A stretch of items, from `start` up to and without `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A stretch that one side changed: where it was, and where it is now. */
export interface Hunk {
  readonly was: Stretch
  readonly is: Stretch
}

/** What the library gives, starts and lengths; its own types say nothing. */
interface Found {
  readonly buffer1: readonly [number, number]
  readonly buffer2: readonly [number, number]
}

export interface Compared {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Whether a change may well begin with this item: a space, between words. */
  readonly isSeam: (item: string) => boolean
}

/**
 * What became of `before`, in order. Spaces stand everywhere, so that there are many ways to say it: hunks that can
 * be told as one are, and one that can begin with a space does, lest the change of one word reaches to its neighbour.
 */
export const hunksOf = (compared: Compared): readonly Hunk[] => {
  const { before, after } = compared
  const hunks: Hunk[] = []
  for (const { buffer1, buffer2 } of diffIndices([...before], [...after]) as readonly Found[]) {
    let hunk: Hunk = { was: stretch(...buffer1), is: stretch(...buffer2) }
    for (let last = hunks.at(-1); last; last = hunks.at(-1)) {
      const whole = joined(last, hunk, before, after)
      if (!whole) break
      hunk = whole
      hunks.pop()
    }
    hunks.push(hunk)
  }
  return hunks.map((hunk, index) =>
    seamed(hunk, compared, hunks[index - 1]?.was.end ?? 0, hunks[index + 1]?.was.start ?? before.length),
  )
}

/** What was only added or only taken away, moved to begin with a seam; as it was when it cannot. */
const seamed = (hunk: Hunk, { before, after, isSeam }: Compared, from: number, to: number): Hunk => {
  const { was, is } = hunk
  if (was.start !== was.end && is.start !== is.end) return hunk
  const begins = (by: number) =>
    isSeam((was.start === was.end ? after[is.start + by] : before[was.start + by]) ?? '')
  const moves = (by: number) => turns(before, was, by) && turns(after, is, by)
  const moved = (by: number): Hunk => ({
    was: { start: was.start + by, end: was.end + by },
    is: { start: is.start + by, end: is.end + by },
  })
  for (let by = 0; was.start + by >= from && moves(by); by--) if (begins(by)) return moved(by)
  for (let by = 1; was.end + by <= to && moves(by); by++) if (begins(by)) return moved(by)
  return hunk
}

const stretch = (start: number, length: number): Stretch => ({ start, end: start + length })

/** Both as one, when the second can be slid back to the first, or the first on to the second. */
const joined = (
  first: Hunk,
  second: Hunk,
  before: readonly string[],
  after: readonly string[],
): Hunk | null => {
  const gap = second.was.start - first.was.end
  if (turns(before, second.was, -gap) && turns(after, second.is, -gap))
    return {
      was: { start: first.was.start, end: second.was.end - gap },
      is: { start: first.is.start, end: second.is.end - gap },
    }
  if (turns(before, first.was, gap) && turns(after, first.is, gap))
    return {
      was: { start: first.was.start + gap, end: second.was.end },
      is: { start: first.is.start + gap, end: second.is.end },
    }
  return null
}

/** Whether the stretch says the same when it is moved by so many items: what it passes, it has at its other end. */
const turns = (items: readonly string[], { start, end }: Stretch, by: number): boolean => {
  if (start === end) return true
  for (let step = 0; step < Math.abs(by); step++) {
    const [ahead, behind] = by < 0 ? [start - 1 - step, end - 1 - step] : [end + step, start + step]
    if (items[ahead] !== items[behind]) return false
  }
  return true
}
