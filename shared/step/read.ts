import * as Y from 'yjs'
import type { StepStructure } from '../board/model.ts'
import { visible } from '../board/model.ts'
import type { Item } from '../items/item.ts'
import { answerRoot, followUpLayout, layoutOf, questionKey, questionsRoot, sectionRoot } from './doc.ts'
import type { LeftOut } from './prose.ts'
import { deepest, isEmpty, tidyDoc } from './prose.ts'
import type { QuestionStatus } from './questions.ts'
import { isQuestionMark, questionValueFits, readQuestionKey } from './questions.ts'
import { readItems } from './read-items.ts'
import type { ProseDoc } from './richtext.ts'

export { isEmpty, plainText } from './prose.ts'

/*
 * A room and its step's structure, read as plain data. Tolerant: whatever stands in the room, the rest is read, and
 * what could not be is named.
 */

export interface QuestionState {
  readonly status: QuestionStatus
  readonly reason?: string
  readonly owner?: string
}

export interface StepTexts {
  readonly sections: Readonly<Record<string, ProseDoc>>
  readonly answers: Readonly<Record<string, ProseDoc>>
  readonly questions: Readonly<Record<string, QuestionState>>
  /** `<root>: <name of the node, attribute, mark or key>` of everything that could not be read. */
  readonly unread: readonly string[]
}

export interface StepContent extends StepTexts {
  /** In their order, those in the wastebasket too. */
  readonly items: readonly Item[]
}

type Structure = Pick<StepStructure, 'sections' | 'questions'>

/** Reads without adding anything to the document. */
export const readStep = (doc: Y.Doc, step: Structure): StepContent => {
  const unread = new Set<string>()
  const items = readItems(doc, unread)
  const texts = readTexts(doc, step)
  return { ...texts, items, unread: [...texts.unread, ...unread] }
}

/** The plan's own room: items, and what is told of items that steps hold. */
export const readFollowUps = (doc: Y.Doc): StepContent => {
  const unread = new Set<string>()
  const items = readItems(doc, unread)
  for (const [name, type] of doc.share) if (!followUpLayout.has(name) && holdsAnything(type)) unread.add(name)
  return { sections: {}, answers: {}, questions: {}, items, unread: [...unread] }
}

/** All but the items: what is written under the step's own titles. */
export const readTexts = (doc: Y.Doc, step: Structure): StepTexts => {
  const unread = new Set<string>()
  const text = (root: string) => readText(doc, root, unread)
  const answers = Object.fromEntries(step.questions.map(({ id }) => [id as string, text(answerRoot(id))]))
  const content = {
    sections: Object.fromEntries(step.sections.map(({ id }) => [id as string, text(sectionRoot(id))])),
    answers,
    questions: readQuestions(doc, step, answers, unread),
  }
  const known = layoutOf(step)
  for (const [name, type] of doc.share) if (!known.has(name) && holdsAnything(type)) unread.add(name)
  return { ...content, unread: [...unread] }
}

/** Number of questions by status: what the head of a column counts. */
export type Progress = Readonly<Record<QuestionStatus | 'total', number>>

export const progressOf = (
  content: Pick<StepContent, 'questions'>,
  step: Pick<Structure, 'questions'>,
): Progress => {
  const asked = visible(step.questions)
  const progress = { unanswered: 0, drafted: 0, agreed: 0, notRelevant: 0, total: asked.length }
  for (const { id } of asked) progress[content.questions[id]?.status ?? 'unanswered'] += 1
  return progress
}

type SharedType = Y.Doc['share'] extends Map<string, infer Type> ? Type : never

const holdsAnything = (type: SharedType) => type._start !== null || type._map.size > 0

/** Roots are untyped until somebody asks for one, and asking for the wrong type throws. */
const hasType = (root: SharedType, type: typeof Y.XmlFragment | typeof Y.Map): boolean =>
  root.constructor === Y.AbstractType || root.constructor === type

const readText = (doc: Y.Doc, name: string, unread: Set<string>): ProseDoc => {
  const root = doc.share.get(name)
  if (!root) return { type: 'doc', content: [] }
  if (!hasType(root, Y.XmlFragment)) {
    unread.add(name)
    return { type: 'doc', content: [] }
  }
  const leftOut: LeftOut = new Set()
  const text = tidyDoc({ content: childrenOf(doc.getXmlFragment(name), leftOut, 1) }, leftOut)
  for (const one of leftOut) unread.add(`${name}: ${one}`)
  return text
}

/** As it stands there, no deeper than anything is read. */
const childrenOf = (parent: Y.XmlFragment, leftOut: LeftOut, depth: number): unknown[] => {
  if (depth > deepest) {
    leftOut.add('depth')
    return []
  }
  return (parent.toArray() as readonly unknown[]).flatMap((child) => {
    if (child instanceof Y.XmlText) return runsOf(child, leftOut)
    if (child instanceof Y.XmlElement)
      return [
        {
          type: child.nodeName,
          attrs: child.getAttributes(),
          content: childrenOf(child, leftOut, depth + 1),
        },
      ]
    leftOut.add('content')
    return []
  })
}

interface Run {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

const runsOf = (text: Y.XmlText, leftOut: LeftOut): unknown[] =>
  (text.toDelta() as readonly Run[]).flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') {
      leftOut.add('content')
      return []
    }
    const marks = Object.entries(attributes).map(([type, attrs]) => ({ type, attrs }))
    return [{ type: 'text', text: insert, marks }]
  })

const readQuestions = (
  doc: Y.Doc,
  step: Structure,
  answers: Readonly<Record<string, ProseDoc>>,
  unread: Set<string>,
): Readonly<Record<string, QuestionState>> => {
  const values = questionValues(doc, step, unread)
  return Object.fromEntries(
    step.questions.map(({ id }) => {
      const status = values.get(questionKey(id, 'status'))
      const reason = values.get(questionKey(id, 'reason'))
      const owner = values.get(questionKey(id, 'owner'))
      const drafted = isEmpty(answers[id]) ? 'unanswered' : 'drafted'
      const state: QuestionState = {
        status: isQuestionMark(status) ? status : drafted,
        ...(reason && { reason }),
        ...(owner && { owner }),
      }
      return [id, state]
    }),
  )
}

const questionValues = (doc: Y.Doc, step: Structure, unread: Set<string>): ReadonlyMap<string, string> => {
  const root = doc.share.get(questionsRoot)
  const values = new Map<string, string>()
  if (!root) return values
  if (!hasType(root, Y.Map)) {
    unread.add(questionsRoot)
    return values
  }
  const ids = new Set<string>(step.questions.map(({ id }) => id))
  for (const [key, value] of doc.getMap(questionsRoot)) {
    const field = readQuestionKey(key)
    if (field && ids.has(field.id) && questionValueFits(field.field, value)) values.set(key, value)
    else unread.add(`${questionsRoot}: ${key}`)
  }
  return values
}
