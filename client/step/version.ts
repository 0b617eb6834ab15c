import * as z from 'zod/mini'
import { Decision } from '../../shared/board/decisions.ts'
import { Question, Section } from '../../shared/board/model.ts'
import { StepId } from '../../shared/ids.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'

/* What was agreed, as the server froze it. */

const text: z.ZodMiniType<ProseDoc> = z.custom<ProseDoc>(
  (value) =>
    typeof value === 'object' && value !== null && 'content' in value && Array.isArray(value.content),
)

const frozen = z.object({
  step: z.object({
    id: StepId,
    title: z.string(),
    sections: z.readonly(z.array(Section)),
    questions: z.readonly(z.array(Question)),
  }),
  content: z.object({
    sections: z.record(z.string(), text),
    answers: z.record(z.string(), text),
    questions: z.record(
      z.string(),
      z.object({
        status: z.enum(['unanswered', 'drafted', 'agreed', 'notRelevant']),
        reason: z.optional(z.string()),
        owner: z.optional(z.string()),
      }),
    ),
  }),
})

const AgreedVersion = z.object({
  number: z.number(),
  at: z.string(),
  by: z.string(),
  hash: z.string(),
  decision: Decision,
  content: frozen,
})
export type AgreedVersion = z.infer<typeof AgreedVersion>

/** The version as this page can show it, or null when it is written in a way this page does not know. */
export const readVersion = (version: unknown): AgreedVersion | null => {
  const read = AgreedVersion.safeParse(version)
  return read.success ? read.data : null
}
