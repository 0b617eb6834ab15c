import type { Board, Question, Section, Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Localized } from '../../shared/locale.ts'
import { fill, ProcessTemplate } from '../../shared/templates/define.ts'

/*
 * The process of a plan as a template for other plans: what people see of it, with nothing of what is written in it.
 * What was not reworded keeps its words in every language, and its variables.
 */

type TemplateStep = ProcessTemplate['steps'][number]

interface Named {
  readonly id: string
  readonly title: string
  readonly description: string
}

/** `base`: the template that the plan began with, where it is still known. */
export const processOf = (board: Board, base: ProcessTemplate | undefined, named: Named): ProcessTemplate => {
  const say = saying(board)
  const shown = visible(board.steps)
  return ProcessTemplate.parse({
    id: named.id,
    version: '1.0.0',
    baseLanguage: board.language,
    title: everywhere(named.title),
    description: everywhere(named.description),
    ...(base?.variables && { variables: base.variables }),
    home: homesIn(shown, base),
    steps: shown.map((step, at) => ({
      ...stepOf(step, byId(base?.steps, step.id), say),
      order: at + 1,
      dependsOn: step.dependsOn.filter((id) => shown.some((one) => one.id === id)),
    })),
  } satisfies ProcessTemplate)
}

/** Items whose step is not shown any more are at home in the first one. */
const homesIn = (shown: readonly Step[], base: ProcessTemplate | undefined): ProcessTemplate['home'] => {
  const [first] = shown
  const isThere = (id: string) => id === followUpRoom || shown.some((step) => step.id === id)
  return Object.fromEntries(
    Object.entries(base?.home ?? {}).flatMap(([kind, id]) => {
      const home = isThere(id) ? id : first?.id
      return home === undefined ? [] : [[kind, home]]
    }),
  )
}

type Say = (words: string, before: Localized | undefined) => Localized

/** The template's words in every language where the plan still has them; else the plan's in all of them. */
const saying =
  ({ language, variables }: Board): Say =>
  (words, before) =>
    before && fill(before[language], variables) === words ? before : everywhere(words)

const everywhere = (words: string): Localized => ({ sv: words, nb: words, en: words })

const byId = <T extends { readonly id: string }>(parts: readonly T[] | undefined, id: string) =>
  parts?.find((part) => part.id === id)

const stepOf = (step: Step, before: TemplateStep | undefined, say: Say) => ({
  id: step.id,
  ...(step.checks && { checks: step.checks }),
  title: say(step.title, before?.title),
  description: say(step.description, before?.description),
  deliverable: say(step.deliverable, before?.deliverable),
  guidingQuestions: visible(step.questions).map((question) =>
    questionOf(question, byId(before?.guidingQuestions, question.id), say),
  ),
  sections: visible(step.sections).map((section) =>
    sectionOf(section, byId(before?.sections, section.id), say),
  ),
})

const questionOf = (
  { id, kind, text }: Question,
  before: TemplateStep['guidingQuestions'][number] | undefined,
  say: Say,
): TemplateStep['guidingQuestions'][number] => {
  const said = say(text, before?.text)
  const isOwn = said !== before?.text
  return {
    id,
    kind,
    origin: isOwn ? 'added' : before.origin,
    originalLanguage: isOwn ? null : before.originalLanguage,
    text: said,
  }
}

const sectionOf = (
  { id, kind, kinds, title, prompt }: Section,
  before: TemplateStep['sections'][number] | undefined,
  say: Say,
): TemplateStep['sections'][number] => ({
  id,
  kind,
  ...(kinds && { kinds }),
  title: say(title, before?.title),
  prompt: say(prompt, before?.prompt),
})
