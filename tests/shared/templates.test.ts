import { describe, expect, test } from 'vitest'
import { QuestionId, SectionId, StepId } from '../../shared/ids.ts'
import { locales } from '../../shared/locale.ts'
import type { ProcessTemplate } from '../../shared/templates/define.ts'
import { structureOf, variablesOf } from '../../shared/templates/define.ts'
import { templateOf, templates } from '../../shared/templates/index.ts'

const plans = templates.flatMap((template) =>
  locales.map((language) => ({ name: `${template.id} in ${language}`, template, language })),
)

/** Every text that a reader of the plan may meet. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsIn)

describe.each(plans)('$name', ({ template, language }) => {
  const steps = structureOf(template, language)

  test('TP1 has a title, a description and a deliverable in every step', () => {
    expect(steps.length).toBeGreaterThan(0)
    for (const { title, description, deliverable } of steps)
      for (const text of [title, description, deliverable]) expect(text.trim()).not.toBe('')
  })

  test('TP1 has words for every question and section', () => {
    for (const step of steps) {
      expect(step.questions.length).toBeGreaterThan(0)
      expect(step.sections.length).toBeGreaterThan(0)
      for (const question of step.questions) expect(question.text.trim()).not.toBe('')
      for (const { title, prompt } of step.sections) expect(title.trim() && prompt.trim()).not.toBe('')
    }
  })

  test('TP2 gives each step, question and section an id of its own that is valid', () => {
    const stepIds = steps.map((step) => step.id)
    const questionIds = steps.flatMap((step) => step.questions.map((question) => question.id))
    const sectionIds = steps.flatMap((step) => step.sections.map((section) => section.id))
    for (const ids of [stepIds, questionIds, sectionIds]) expect(new Set<string>(ids).size).toBe(ids.length)
    for (const id of stepIds) expect(StepId.safeParse(id).success).toBe(true)
    for (const id of questionIds) expect(QuestionId.safeParse(id).success).toBe(true)
    for (const id of sectionIds) expect(SectionId.safeParse(id).success).toBe(true)
  })

  test('TP3 lets a step rest on earlier steps only', () => {
    const earlier = new Set<string>()
    for (const step of steps) {
      for (const ground of step.dependsOn) expect(earlier).toContain(ground)
      earlier.add(step.id)
    }
  })

  test('TP4 leaves no variable unfilled', () => {
    for (const text of textsIn(steps)) expect(text).not.toMatch(/[{}]/)
  })

  test('TP5 keeps the words of the published description beside a translated question', () => {
    for (const step of steps)
      for (const { id, text, original } of step.questions) {
        const source = template.steps.flatMap((one) => one.guidingQuestions).find((one) => one.id === id)!
        const foreign = source.origin === 'seed' && source.originalLanguage !== language
        expect(original?.language ?? null).toBe(foreign ? source.originalLanguage : null)
        if (!original) continue
        expect(original.text.trim()).not.toBe('')
        expect(text).not.toBe(original.text)
      }
  })
})

const withVariables = templates.filter((template) => template.variables)

describe('variables', () => {
  test.each(withVariables)('TP4 $id takes the plan’s own words', (template) => {
    const own = Object.fromEntries(Object.keys(template.variables!).map((name) => [name, '  Egna ord  ']))
    for (const language of locales)
      expect(textsIn(structureOf(template, language, own)).join(' ')).toContain(' Egna ord ')
    expect(Object.values(variablesOf(template, own))).toContain('Egna ord')
  })

  test.each(withVariables)('TP4 $id falls back to its default where the plan gives nothing', (template) => {
    const blank = Object.fromEntries(Object.keys(template.variables!).map((name) => [name, ' ']))
    for (const language of locales)
      expect(structureOf(template, language, blank)).toEqual(structureOf(template, language))
  })

  test('TP4 a value is taken as it stands, whatever signs it holds', () => {
    const template = withVariables[0]!
    const name = Object.keys(template.variables!)[0]!
    const texts = textsIn(structureOf(template, 'sv', { [name]: '$& {x} \\1' }))
    expect(texts.some((text) => text.includes('$& {x} \\1'))).toBe(true)
  })

  test('TP4 a variable that the template does not have is left out', () => {
    expect(variablesOf(templates[0]!, { unheardOf: 'x' })).not.toHaveProperty('unheardOf')
  })
})

describe('the registry', () => {
  test('TP6 finds a template by its id and knows no other', () => {
    for (const template of templates) expect(templateOf(template.id)).toBe(template)
    expect(templateOf('unheard-of')).toBeUndefined()
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  })

  test('TP6 puts the steps in their order, however they are stored', () => {
    for (const template of templates) {
      const shuffled: ProcessTemplate = { ...template, steps: template.steps.toReversed() }
      expect(structureOf(shuffled, 'en')).toEqual(structureOf(template, 'en'))
    }
  })
})
