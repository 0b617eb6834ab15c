import * as z from 'zod/mini'
import { Decision } from '../../shared/board/decisions.ts'
import { Question, Section } from '../../shared/board/model.ts'
import { StepId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { parseItem } from '../../shared/items/parse.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import type { PlacedItem } from '../../shared/items/together.ts'

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
    /** By kind; `from` names the step that held it, where that was another one. */
    items: z.optional(z.record(z.string(), z.array(z.record(z.string(), z.json())))),
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

/** The items that were agreed, read as those of a room are; kinds that this page does not know are left out. */
export const itemsOf = ({ step, content }: AgreedVersion['content']): readonly PlacedItem[] =>
  Object.entries(content.items ?? {}).flatMap(([name, list]) => {
    const kind = kinds.get(name)
    if (!kind) return []
    return list.map(({ from, ...plain }, at) => {
      let entries = 0
      const { id, leaves } = parseItem(kind, plain, () => String(++entries))
      const stepId = typeof from === 'string' ? from : step.id
      return { kind: name, id, order: String(at).padStart(6, '0'), deleted: null, leaves, stepId }
    })
  })

/** The version as this page can show it, or null when it is written in a way this page does not know. */
export const readVersion = (version: unknown): AgreedVersion | null => {
  const read = AgreedVersion.safeParse(version)
  return read.success ? read.data : null
}
