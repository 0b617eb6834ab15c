import * as z from 'zod/mini'
import { StepId } from '../ids.ts'

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

/** What a body once decided of a step: kept as a file told it. */
export const DecisionRecord = z.readonly(
  z.object({
    /** As the file called it. */
    id: z.optional(z.string()),
    stepId: StepId,
    action: z.enum(['lock', 'unlock', 'amend']),
    decision: Decision,
  }),
)
export type DecisionRecord = z.infer<typeof DecisionRecord>

export const isFormal = (decision: Decision): boolean =>
  decision.body !== undefined && decision.reference !== undefined
