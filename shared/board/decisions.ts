import * as z from 'zod/mini'

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))
const votes = z.int().check(z.minimum(0), z.maximum(1_000_000))

/** Who agreed on a step, when and how. Without body and reference it is a working agreement. */
export const Decision = z.readonly(
  z.strictObject({
    decision: z.string().check(z.trim(), z.minLength(1), z.maxLength(5000)),
    date: z.iso.date(),
    body: z.optional(line),
    reference: z.optional(line),
    participants: z.optional(z.readonly(z.array(line).check(z.maxLength(500)))),
    votes: z.optional(z.readonly(z.strictObject({ for: votes, against: votes, abstain: votes }))),
    reservations: z.optional(
      z.readonly(z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)))),
    ),
    recordedBy: z.optional(line),
  }),
)
export type Decision = z.infer<typeof Decision>

export const isFormal = (decision: Decision): boolean =>
  decision.body !== undefined && decision.reference !== undefined
