import * as z from 'zod/mini'
import { confidences, itemId } from '../../shared/board/score.ts'
import type { Keep } from '../comments/drafts.ts'
import type { OwnScore } from './matrix.ts'
import type { Unsent } from './own-scores.ts'

/*
 * What somebody has begun to say of a contribution, and what was given and not taken. It outlives the dialog, and the
 * page as long as its tab, and stays on this device: a score is nobody's business until it is revealed.
 */

const score = z.int().check(z.minimum(0), z.maximum(3))
const confidence = z.enum(confidences)
const Begun = z.readonly(z.object({ score: z.nullable(score), confidence, rationale: z.string() }))
const Given = z.array(
  z.object({
    pair: z.object({ activityId: itemId, goalId: itemId }),
    own: z.nullable(z.object({ score, confidence, rationale: z.optional(z.string()) })),
  }),
)

/** A form that was not saved. */
export type Begun = z.infer<typeof Begun>

export interface KeptScores {
  /** By the contribution's id. */
  readonly begun: (id: string) => Begun | null
  readonly begin: (id: string, form: Begun) => void
  /** It was saved, or taken back. */
  readonly forget: (id: string) => void
  /** Another score was given meanwhile: the words that were begun go with that. */
  readonly follow: (id: string, own: OwnScore | null) => void
  readonly unsent: () => readonly Unsent[]
  readonly keepUnsent: (all: readonly Unsent[]) => void
}

/** What this page was told, where the browser keeps nothing. */
const inMemory = new Map<string, string>()

/** `of`: the plan, the person and the round; of any other it is nothing. */
export const keptScores = (keep: Keep, of: string): KeptScores => {
  const key = (what: string) => `samplan.score.${of} ${what}`
  const read = (what: string): unknown => {
    const text = inMemory.get(key(what)) ?? attempt(() => keep.getItem(key(what)))
    return text ? attempt((): unknown => JSON.parse(text)) : null
  }
  const forget = (what: string) => {
    inMemory.delete(key(what))
    attempt(() => keep.removeItem(key(what)))
  }
  const write = (what: string, value: unknown) => {
    const text = JSON.stringify(value)
    const isKept = attempt(() => (keep.setItem(key(what), text), true))
    if (isKept) inMemory.delete(key(what))
    else inMemory.set(key(what), text)
  }
  const begun = (id: string) => Begun.safeParse(read(id)).data ?? null
  return {
    begun,
    begin: write,
    forget,
    follow: (id, own) => {
      const form = begun(id)
      if (form && own) write(id, { ...form, score: own.score })
    },
    unsent: () => Given.safeParse(read(unsent)).data ?? [],
    keepUnsent: (all) => (all.length === 0 ? forget(unsent) : write(unsent, all)),
  }
}

/** No contribution is called so. */
const unsent = 'unsent'

const attempt = <T>(what: () => T): T | null => {
  try {
    return what()
  } catch {
    // reason: storage throws where it is switched off or full, and what stands in it may be anything
    return null
  }
}
