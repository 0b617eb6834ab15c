import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { QuestionId, SectionId, StepId } from '../ids.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { changeStep, denied } from './family.ts'
import type { Board, Question, Section, Step } from './model.ts'
import { newStep, stepOf, visible } from './model.ts'
import { followUpRoom } from './plan.ts'
import { refuse } from './refusal.ts'
import { textLimit } from './variables.ts'

/*
 * The process that a plan follows: its steps, their sections and questions, their words and their order. Nothing is
 * ever taken away: what is hidden keeps its content, and a room knows every text that was ever in it.
 */

/** What is changed: a step, or a section or question in it. */
export const StructureTarget = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('step'), stepId: StepId }),
  z.strictObject({ type: z.literal('section'), stepId: StepId, id: SectionId }),
  z.strictObject({ type: z.literal('question'), stepId: StepId, id: QuestionId }),
])
export type StructureTarget = z.infer<typeof StructureTarget>

export const structureLimit = { steps: 40, parts: 60, ...textLimit } as const

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(structureLimit.title))
const text = z.optional(z.string().check(z.trim(), z.maxLength(structureLimit.text)))
const word = z.string().check(z.minLength(1), z.maxLength(64))

/** `title` is the words of a question; a step has a description and a deliverable too, a section a prompt. */
const words = { description: text, deliverable: text, prompt: text }
/** Behind which sibling: null is first. */
const after = z.nullable(z.string().check(z.maxLength(64)))

/** Of a section, or of a question. */
const kind = z.optional(z.enum(['richtext', 'collection', 'question', 'requirement']))

export const structureCommands = [
  z.strictObject({
    type: z.literal('structure.rename'),
    target: StructureTarget,
    title: z.optional(title),
    ...words,
  }),
  z.strictObject({
    type: z.literal('structure.add'),
    target: StructureTarget,
    /** Absent: last. */
    after: z.optional(after),
    title,
    ...words,
    kind,
    /** Of a collection: the kinds of items it shows. */
    kinds: z.optional(z.readonly(z.array(word).check(z.minLength(1), z.maxLength(40)))),
    /** Of a step: the steps it rests on. */
    dependsOn: z.optional(z.readonly(z.array(StepId).check(z.maxLength(structureLimit.steps)))),
  }),
  z.strictObject({ type: z.literal('structure.hide'), target: StructureTarget }),
  z.strictObject({ type: z.literal('structure.restore'), target: StructureTarget }),
  z.strictObject({ type: z.literal('structure.move'), target: StructureTarget, after }),
] as const

const plain = z.optional(z.string())
const said = { description: plain, deliverable: plain, prompt: plain }

export const structureEvents = [
  z.object({
    type: z.literal('structure.renamed'),
    target: StructureTarget,
    title: z.optional(z.string()),
    ...said,
  }),
  z.object({
    type: z.literal('structure.added'),
    target: StructureTarget,
    after: z.nullable(z.string()),
    title: z.string(),
    ...said,
    kind,
    kinds: z.optional(z.readonly(z.array(z.string()))),
    dependsOn: z.optional(z.readonly(z.array(StepId))),
  }),
  z.object({ type: z.literal('structure.hidden'), target: StructureTarget }),
  z.object({ type: z.literal('structure.restored'), target: StructureTarget }),
  z.object({
    type: z.literal('structure.moved'),
    target: StructureTarget,
    after: z.nullable(z.string()),
  }),
] as const

export type StructureCommand = z.infer<(typeof structureCommands)[number]>
export type StructureEvent = z.infer<(typeof structureEvents)[number]>
type Added = Extract<StructureEvent, { type: 'structure.added' }>
type Renamed = Extract<StructureEvent, { type: 'structure.renamed' }>
type Part = Step | Section | Question

/** The id of what is meant, which means one thing in the whole plan. */
export const idOf = (target: StructureTarget): string => (target.type === 'step' ? target.stepId : target.id)

/** The target among its siblings, in the order of the plan. */
export const siblingsOf = (board: Board, target: StructureTarget): readonly Part[] => {
  if (target.type === 'step') return board.steps
  const step = stepOf(board, target.stepId)
  return (target.type === 'section' ? step?.sections : step?.questions) ?? []
}

const partAt = (board: Board, target: StructureTarget): Part | undefined =>
  siblingsOf(board, target).find(({ id }) => id === idOf(target))

export const decideStructure = (
  board: Board,
  command: StructureCommand,
  context: Context,
): Verdict<StructureEvent> => {
  const { target } = command
  const step = stepOf(board, target.stepId)
  const refusal = denied(context, 'structure.change', step)
  if (refusal) return refusal
  if (command.type === 'structure.add') return decideAdding(board, command)
  if (!step) return refuse('unknownStep', { step: target.stepId })
  const part = partAt(board, target)
  if (!part) return refuse('unknownPlace')
  switch (command.type) {
    case 'structure.rename':
      return decideRenaming(part, command)
    case 'structure.hide': {
      if (part.hidden) return nothing
      const isLast = target.type === 'step' && visible(board.steps).length === 1
      return isLast ? refuse('lastStep') : { events: [{ type: 'structure.hidden', target }] }
    }
    case 'structure.restore':
      return part.hidden ? { events: [{ type: 'structure.restored', target }] } : nothing
    case 'structure.move': {
      const siblings = siblingsOf(board, target)
      const at = siblings.indexOf(part)
      if (command.after === part.id || command.after === (siblings[at - 1]?.id ?? null)) return nothing
      if (!isAmong(siblings, command.after)) return refuse('unknownPlace')
      return { events: [{ type: 'structure.moved', target, after: command.after }] }
    }
    default:
      return unreachable(command)
  }
}

const nothing = { events: [] } as const

const isAmong = (siblings: readonly Part[], after: string | null): boolean =>
  after === null || siblings.some(({ id }) => id === after)

/** Which words and facts a step, a section and a question have beside the title. */
const fields = {
  step: ['description', 'deliverable', 'dependsOn'],
  section: ['prompt', 'kind', 'kinds'],
  question: ['kind'],
} as const
const kindsOf = { step: [], section: ['richtext', 'collection'], question: ['question', 'requirement'] }
const givenFields = ['description', 'deliverable', 'prompt', 'kind', 'kinds', 'dependsOn'] as const

const fits = (
  { type }: StructureTarget,
  given: Partial<Record<(typeof givenFields)[number], unknown>>,
): boolean =>
  givenFields.every((name) => given[name] === undefined || fields[type].some((field) => field === name)) &&
  (given.kind === undefined || kindsOf[type].some((kind) => kind === given.kind)) &&
  (given.kind === 'collection') === (given.kinds !== undefined)

const decideRenaming = (
  part: Part,
  {
    target,
    title,
    description,
    deliverable,
    prompt,
  }: Extract<StructureCommand, { type: 'structure.rename' }>,
): Verdict<StructureEvent> => {
  const given = { description, deliverable, prompt }
  if (!fits(target, given)) return refuse('unfitWords')
  const named = { title: 'text' in part ? part.text : part.title }
  const before: Readonly<Record<string, unknown>> = { ...part, ...named }
  const changed = Object.fromEntries(
    Object.entries({ title, ...given }).filter(([name, to]) => to !== undefined && to !== before[name]),
  )
  if (Object.keys(changed).length === 0) return nothing
  return { events: [{ type: 'structure.renamed', target, ...changed }] }
}

const decideAdding = (
  board: Board,
  { after, ...adding }: Extract<StructureCommand, { type: 'structure.add' }>,
): Verdict<StructureEvent> => {
  const { target, dependsOn = [] } = adding
  if (target.type !== 'step' && !stepOf(board, target.stepId))
    return refuse('unknownStep', { step: target.stepId })
  if (isTaken(board, idOf(target))) return refuse('alreadyUsed')
  if (!fits(target, adding)) return refuse('unfitWords')
  const unknown = dependsOn.find((id) => !stepOf(board, id))
  if (unknown !== undefined) return refuse('unknownStep', { step: unknown })
  const siblings = siblingsOf(board, target)
  const limit = target.type === 'step' ? structureLimit.steps : structureLimit.parts
  if (siblings.length >= limit) return refuse('tooManyParts', { limit })
  const place = after === undefined ? (siblings.at(-1)?.id ?? null) : after
  if (!isAmong(siblings, place)) return refuse('unknownPlace')
  return { events: [{ ...adding, type: 'structure.added', after: place }] }
}

/** An id means one thing in the whole plan, hidden or not. */
const isTaken = (board: Board, id: string): boolean =>
  id === followUpRoom ||
  board.steps.some((step) => [step, ...step.sections, ...step.questions].some((part) => part.id === id))

export const evolveStructure = (board: Board, event: StructureEvent & Stamp): Board => {
  const { target } = event
  const id = idOf(target)
  switch (event.type) {
    case 'structure.added':
      return added(board, event)
    case 'structure.renamed':
      return renamed(board, event)
    case 'structure.hidden':
      return changeSiblings(board, target, (all) =>
        all.map((one) => (one.id === id ? { ...one, hidden: true } : one)),
      )
    case 'structure.restored':
      return changeSiblings(board, target, (all) =>
        all.map((one) => (one.id === id ? { ...one, hidden: undefined } : one)),
      )
    case 'structure.moved':
      return changeSiblings(board, target, (all) => {
        const others = all.filter((one) => one.id !== id)
        const moved = all.filter((one) => one.id === id)
        return placed(others, moved, event.after)
      })
    default:
      return unreachable(event)
  }
}

const renamed = (board: Board, { target, title, description, deliverable, prompt }: Renamed): Board => {
  const named = title !== undefined && { title }
  switch (target.type) {
    case 'step':
      return changeStep(board, target.stepId, (step) => ({
        ...step,
        ...named,
        ...(description !== undefined && { description }),
        ...(deliverable !== undefined && { deliverable }),
      }))
    case 'section':
      return changeStep(board, target.stepId, (step) => ({
        ...step,
        sections: step.sections.map((one) =>
          one.id === target.id ? { ...one, ...named, ...(prompt !== undefined && { prompt }) } : one,
        ),
      }))
    case 'question':
      return changeStep(board, target.stepId, (step) => ({
        ...step,
        questions: step.questions.map((one) => (one.id === target.id ? reworded(one, title) : one)),
      }))
    default:
      return unreachable(target)
  }
}

/** The process description's own words go with the question as it was asked there. */
const reworded = ({ original: _, ...question }: Question, text: string | undefined): Question => ({
  ...question,
  ...(text !== undefined && { text }),
})

const added = (board: Board, event: Added): Board => {
  const {
    target,
    after,
    title,
    description = '',
    deliverable = '',
    prompt = '',
    kinds,
    dependsOn = [],
  } = event
  switch (target.type) {
    case 'step': {
      const words = { title, description, deliverable }
      const step = newStep({ id: target.stepId, ...words, questions: [], sections: [], dependsOn })
      return { ...board, steps: placed(board.steps, [step], after) }
    }
    case 'section': {
      const kind = event.kind === 'collection' ? event.kind : 'richtext'
      const section: Section = { id: target.id, kind, ...(kinds && { kinds }), title, prompt }
      return changeStep(board, target.stepId, (step) => ({
        ...step,
        sections: placed(step.sections, [section], after),
      }))
    }
    case 'question': {
      const kind = event.kind === 'requirement' ? event.kind : 'question'
      const question: Question = { id: target.id, kind, text: title }
      return changeStep(board, target.stepId, (step) => ({
        ...step,
        questions: placed(step.questions, [question], after),
      }))
    }
    default:
      return unreachable(target)
  }
}

const placed = <T extends { readonly id: string }>(
  among: readonly T[],
  parts: readonly T[],
  after: string | null,
): readonly T[] => {
  const at = after === null ? 0 : among.findIndex(({ id }) => id === after) + 1
  return among.toSpliced(at, 0, ...parts)
}

/** Steps, sections and questions are hidden and moved alike. */
const changeSiblings = (
  board: Board,
  target: StructureTarget,
  change: <T extends Part>(siblings: readonly T[]) => readonly T[],
): Board => {
  switch (target.type) {
    case 'step':
      return { ...board, steps: change(board.steps) }
    case 'section':
      return changeStep(board, target.stepId, (step) => ({ ...step, sections: change(step.sections) }))
    case 'question':
      return changeStep(board, target.stepId, (step) => ({ ...step, questions: change(step.questions) }))
    default:
      return unreachable(target)
  }
}
