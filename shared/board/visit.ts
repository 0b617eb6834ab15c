import * as z from 'zod/mini'
import { MemberId, StepId } from '../ids.ts'

/* What somebody missed, and what they have read: known to the server, so that it is the same on every device. */

const time = z.iso.datetime()

/** Everything up to a moment, and single things after it, by the id of a comment or of an entry in the inbox. */
export const ReadState = z.readonly(
  z.object({ before: time, also: z.readonly(z.array(z.string().check(z.maxLength(200)))) }),
)
export type ReadState = z.infer<typeof ReadState>

/** A text or an item that was written in: `what` is the text's root, or `items:<kind>/<id>`. */
export const Writing = z.readonly(
  z.object({ stepId: StepId, what: z.string(), by: z.readonly(z.array(MemberId)), at: time }),
)
export type Writing = z.infer<typeof Writing>

export const Visit = z.object({
  /** When the person was last here before this visit; null when they have not been. */
  since: z.nullable(time),
  read: ReadState,
  /** What others wrote since, the newest first. */
  written: z.readonly(z.array(Writing)),
})
export type Visit = z.infer<typeof Visit>

/** A pause longer than this ends a visit, in milliseconds. */
export const visitPause = 30 * 60_000

/** After this many single marks the oldest are forgotten. */
const mostMarks = 2000

/** With these marked as read; or, with a time, everything up to it. */
export const withRead = (
  read: ReadState,
  what: { readonly ids: readonly string[] } | { readonly before: string },
): ReadState => {
  if ('before' in what)
    return Date.parse(what.before) > Date.parse(read.before) ? { before: what.before, also: [] } : read
  const known = new Set(read.also)
  const more = [...new Set(what.ids)].filter((id) => !known.has(id))
  return more.length === 0 ? read : { ...read, also: [...read.also, ...more].slice(-mostMarks) }
}
