import * as z from 'zod/mini'
import type { Hindrance } from '../../shared/board/refusal.ts'
import type { CheckedPlan, Finding } from '../../shared/checks/define.ts'
import { rules } from '../../shared/checks/rules.ts'
import { sayFinding } from '../../shared/checks/say.ts'
import type { Locale } from '../../shared/locale.ts'
import { texts } from './language.ts'

/* A finding as scripts read it, with its words. */

export const FindingSaid = z.object({
  /** `GOAL-01` */
  check: z.string(),
  /** The id of what it speaks of: an item, a question, a step, a sub-activity; null for the plan as a whole. */
  entityId: z.nullable(z.string()),
  severity: z.enum(['error', 'warning', 'info']),
  /** In the caller’s language. */
  message: z.string(),
  values: z.optional(z.readonly(z.record(z.string(), z.union([z.string(), z.number()])))),
  /** Where one goes to see to it. */
  place: z.object({
    is: z.enum(['plan', 'step', 'section', 'question', 'kind', 'item']),
    stepId: z.optional(z.nullable(z.string())),
    id: z.optional(z.string()),
    kind: z.optional(z.string()),
    field: z.optional(z.string()),
  }),
})
export type FindingSaid = z.infer<typeof FindingSaid>

export const saidFinding = (finding: Finding, plan: CheckedPlan, locale: Locale): FindingSaid => {
  const { check, entityId, severity, values, place } = finding
  const message = sayFinding(finding, { t: texts[locale], locale, plan })
  return { check, entityId, severity, message, ...(values && { values }), place }
}

/** Refusals hold what the checks found, of which deciding knows little. */
export const isFinding = (one: Hindrance): one is Finding => Object.hasOwn(rules, one.check)

/** By the server's clock, in UTC. */
export const today = (now: () => number): string => new Date(now()).toISOString().slice(0, 10)

/** What the item that a finding speaks of is called; '' where it speaks of none, or of one without a name. */
export const nameIn = ({ place }: Finding, plan: CheckedPlan): string => {
  const item = place.is === 'item' ? plan.item(place.kind, place.id) : undefined
  const said: readonly unknown[] = item ? ['title' in item && item.title, 'name' in item && item.name] : []
  return said.find((one) => typeof one === 'string') ?? ''
}
