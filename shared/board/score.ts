import * as z from 'zod/mini'
import { MemberId } from '../ids.ts'

/* What an activity does for a goal, as one person sees it: told to nobody before the scores are revealed. */

export const confidences = ['low', 'medium', 'high'] as const

/** As items are called. */
export const itemId = z.string().check(z.regex(/^(?!(?:__proto__|prototype)$)[A-Za-z0-9_.:-]{1,140}$/))
const pair = { activityId: itemId, goalId: itemId }
const said = {
  /** 0 none, 1 some, 2 clear, 3 decisive. */
  score: z.int().check(z.minimum(0), z.maximum(3)),
  confidence: z.enum(confidences),
  rationale: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))),
}

/** A score without whose it is. */
export const Score = z.readonly(z.strictObject({ ...pair, ...said }))
export type Score = z.infer<typeof Score>

/** The round in which it is given, by its number: what comes too late is not counted in the next. */
const round = z.int()

/** What somebody gives: a score of null takes theirs back. */
export const GivenScore = z.union([
  z.readonly(z.strictObject({ round, ...pair, ...said })),
  z.readonly(
    z.strictObject({ round, ...pair, score: z.null(), confidence: z.optional(z.enum(confidences)) }),
  ),
])
export type GivenScore = z.infer<typeof GivenScore>

export const IndividualScore = z.readonly(z.object({ by: MemberId, ...pair, ...said }))
export type IndividualScore = z.infer<typeof IndividualScore>

/** How much somebody has scored: all that others are told before the scores are revealed. */
export const ScoreCount = z.readonly(z.object({ memberId: MemberId, count: z.int() }))
export type ScoreCount = z.infer<typeof ScoreCount>

const begun = {
  since: z.iso.datetime(),
  by: z.nullable(MemberId),
  /** The number of the event that began it: a later round has a higher one. */
  round: z.int(),
}

/** Scoring apart, while it goes on. */
export const Scoring = z.discriminatedUnion('is', [
  z.readonly(z.object({ is: z.literal('open'), ...begun })),
  z.readonly(
    z.object({
      is: z.literal('revealed'),
      ...begun,
      at: z.iso.datetime(),
      scores: z.readonly(z.array(IndividualScore)),
      /** What the group has agreed on since: ids of contributions, which are pairs. */
      settled: z.readonly(z.array(z.string())),
    }),
  ),
])
export type Scoring = z.infer<typeof Scoring>

/** Of one person in one round. */
export const mostScores = 2000
/** Of everybody in one round. */
export const mostTogether = 50_000
/** Characters of all reasons in one round: revealed, they are one message, with all scores. */
export const mostReasons = 1_000_000
