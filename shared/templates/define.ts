import * as z from 'zod/mini'
import type { Question, Section, StepStructure } from '../board/model.ts'
import { followUpRoom } from '../board/plan.ts'
import { QuestionId, SectionId, StepId } from '../ids.ts'
import type { Localized } from '../locale.ts'
import { Locale } from '../locale.ts'

/*
 * A process that a plan may follow: its steps, questions and sections in every language. A plan takes a copy in its
 * own language when it starts, so a later change of a template changes no plan.
 */

const text = z.string().check(z.minLength(1))
const Texts = z.readonly(z.object({ sv: text, nb: text, en: text }))
const AnyTexts = z.readonly(z.object({ sv: z.string(), nb: z.string(), en: z.string() }))

const TemplateQuestion = z.readonly(
  z.object({
    id: QuestionId,
    kind: z.enum(['question', 'requirement']),
    /** `seed`: a question of the published description; `added`: one of ours. */
    origin: z.enum(['seed', 'added']),
    /** The language of the published description, in which its own words stand. */
    originalLanguage: z.nullable(Locale),
    text: Texts,
  }),
)

const TemplateSection = z.readonly(
  z.object({
    id: SectionId,
    kind: z.enum(['richtext', 'collection']),
    kinds: z.optional(z.readonly(z.array(z.string()))),
    title: Texts,
    prompt: AnyTexts,
  }),
)

const TemplateStep = z.readonly(
  z.object({
    id: StepId,
    order: z.number(),
    title: Texts,
    description: AnyTexts,
    deliverable: AnyTexts,
    guidingQuestions: z.readonly(z.array(TemplateQuestion)),
    sections: z.readonly(z.array(TemplateSection)),
    dependsOn: z.readonly(z.array(StepId)),
    checks: z.optional(z.readonly(z.array(z.string()))),
  }),
)

/** Words that a plan fills in itself; they stand as `{name}` in the template's texts. */
const TemplateVariable = z.readonly(z.object({ default: text, suggestions: z.readonly(z.array(z.string())) }))

export const ProcessTemplate = z.readonly(
  z.object({
    id: z.string(),
    version: z.string(),
    baseLanguage: Locale,
    title: Texts,
    description: AnyTexts,
    variables: z.optional(z.readonly(z.record(z.string(), TemplateVariable))),
    steps: z.readonly(z.array(TemplateStep).check(z.minLength(1))),
    /** Where an imported item of a kind lives: a step's id, or the room of what happens after agreement. */
    home: z.optional(z.readonly(z.record(z.string(), StepId))),
  }),
)
export type ProcessTemplate = z.infer<typeof ProcessTemplate>
type TemplateStep = z.infer<typeof TemplateStep>

/** The step where an imported item of this kind lives, or undefined where the process has no place for it. */
export const homeOf = (template: ProcessTemplate, kind: string): StepId | undefined => {
  const named = template.home?.[kind]
  if (named === followUpRoom) return named
  if (named) return template.steps.find(({ id }) => id === named)?.id
  return template.steps.find(({ sections }) => sections.some(({ kinds }) => kinds?.includes(kind)))?.id
}

export type Variables = Readonly<Record<string, string>>

/** Every variable of the template with the plan's own words, or the default where it gives none. */
export const variablesOf = (template: ProcessTemplate, given: Variables = {}): Variables =>
  Object.fromEntries(
    Object.entries(template.variables ?? {}).map(([name, variable]) => [
      name,
      given[name]?.trim() || variable.default,
    ]),
  )

/** The steps of a new plan, in its language, with its variables filled in. */
export const structureOf = (
  template: ProcessTemplate,
  language: Locale,
  given: Variables = {},
): readonly StepStructure[] => {
  const variables = variablesOf(template, given)
  const say = (texts: Localized, locale = language) => fill(texts[locale], variables)
  return template.steps
    .toSorted((a, b) => a.order - b.order)
    .map((step) => ({
      id: step.id,
      title: say(step.title),
      description: say(step.description),
      deliverable: say(step.deliverable),
      questions: step.guidingQuestions.map((question) => questionOf(question, language, say)),
      sections: step.sections.map((section) => sectionOf(section, say)),
      dependsOn: step.dependsOn,
      ...(step.checks && { checks: step.checks }),
    }))
}

type Say = (texts: Localized, locale?: Locale) => string

const questionOf = (
  { id, kind, origin, originalLanguage, text }: TemplateStep['guidingQuestions'][number],
  language: Locale,
  say: Say,
): Question => {
  const question = { id, kind, text: say(text) }
  if (origin === 'added' || originalLanguage === null || originalLanguage === language) return question
  return { ...question, original: { language: originalLanguage, text: say(text, originalLanguage) } }
}

const sectionOf = (section: TemplateStep['sections'][number], say: Say): Section => ({
  id: section.id,
  kind: section.kind,
  ...(section.kinds && { kinds: section.kinds }),
  title: say(section.title),
  prompt: say(section.prompt),
})

/** A name that is no variable of the template stays as it stands. */
export const fill = (text: string, variables: Variables): string =>
  text.replaceAll(/\{(\w+)\}/g, (all, name: string) => variables[name] ?? all)
