import type { Locale } from '../../shared/locale.ts'
import type { NewBoard } from '../live/api.ts'
import type { ProcessTemplate } from '../../shared/templates/define.ts'
import { structureOf } from '../../shared/templates/define.ts'

/* What is being filled in before a plan is started; pure, so that it can be tried without a page. */

export interface PlanForm {
  readonly title: string
  readonly template: string | null
  /** null as long as the person has chosen none: then it is the page's. */
  readonly language: Locale | null
  readonly name: string
  readonly organisation: string
  /** By template, so that looking at another one loses no words. */
  readonly variables: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type Missing = Extract<keyof PlanForm, 'title' | 'name' | 'template'>

export const emptyForm: PlanForm = {
  title: '',
  template: null,
  language: null,
  name: '',
  organisation: '',
  variables: {},
}

/** What the person chose, else the process that was described in the page's language, else the first. */
export const templateFor = (
  form: PlanForm,
  templates: readonly ProcessTemplate[],
  page: Locale,
): ProcessTemplate | undefined =>
  templates.find(({ id }) => id === form.template) ??
  templates.find(({ baseLanguage }) => baseLanguage === page) ??
  templates[0]

/** A variable's words: the person's own, even when they are none yet, else the template's. */
export const variableOf = (form: PlanForm, template: ProcessTemplate, name: string): string =>
  form.variables[template.id]?.[name] ?? template.variables?.[name]?.default ?? ''

export const withVariable = (
  form: PlanForm,
  template: ProcessTemplate,
  name: string,
  words: string,
): PlanForm => ({
  ...form,
  variables: { ...form.variables, [template.id]: { ...form.variables[template.id], [name]: words } },
})

/** In the order in which they stand on the page. */
export const missingIn = (form: PlanForm, template: ProcessTemplate | undefined): readonly Missing[] => [
  ...(form.title.trim() === '' ? (['title'] as const) : []),
  ...(template === undefined ? (['template'] as const) : []),
  ...(form.name.trim() === '' ? (['name'] as const) : []),
]

export const newBoardFrom = (form: PlanForm, template: ProcessTemplate, page: Locale): NewBoard => {
  const organisation = form.organisation.trim()
  const names = Object.keys(template.variables ?? {})
  return {
    title: form.title.trim(),
    template: template.id,
    language: form.language ?? page,
    name: form.name.trim(),
    ...(organisation && { organisation }),
    ...(names.length > 0 && {
      variables: Object.fromEntries(names.map((name) => [name, variableOf(form, template, name).trim()])),
    }),
  }
}

/** What the plan's columns will be called, in its language and with its words. */
export const stepTitles = (form: PlanForm, template: ProcessTemplate, language: Locale): readonly string[] =>
  structureOf(template, language, form.variables[template.id]).map(({ title }) => title)

/** The first sentence of a description: enough to choose by. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text
