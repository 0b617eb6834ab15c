import * as Y from 'yjs'
import type { StepStructure } from '../board/model.ts'
import type { QuestionId, SectionId } from '../ids.ts'

/*
 * The layout of a room: the only place that names its roots. Nothing is ever seeded: an empty Y.Doc is a valid step.
 */

export const sectionRoot = (id: SectionId | string): string => `section:${id}`
export const answerRoot = (id: QuestionId | string): string => `answer:${id}`
export const questionsRoot = 'questions'

/**
 * A document that changes only when somebody writes. Yjs tidies formatting by itself when it hears of others' edits,
 * and deletes in the name of whoever listens: a reader would be refused for it, and what the server deleted in its
 * memory alone would reach neither the disk nor the others.
 */
export const newRoomDoc = (): Y.Doc => {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}

/** What a root may hold: rich text, or the flat map of the questions' states. */
export type Root =
  | { readonly is: 'text'; readonly of: 'section' | 'answer'; readonly id: string }
  | { readonly is: 'questions' }

/** Every root a step's room may have. */
export const layoutOf = (step: Pick<StepStructure, 'sections' | 'questions'>): ReadonlyMap<string, Root> =>
  new Map<string, Root>([
    ...step.sections.map(({ id }) => [sectionRoot(id), { is: 'text', of: 'section', id }] as const),
    ...step.questions.map(({ id }) => [answerRoot(id), { is: 'text', of: 'answer', id }] as const),
    [questionsRoot, { is: 'questions' }],
  ])

export const sectionText = (doc: Y.Doc, id: string): Y.XmlFragment => doc.getXmlFragment(sectionRoot(id))
export const answerText = (doc: Y.Doc, id: string): Y.XmlFragment => doc.getXmlFragment(answerRoot(id))
export const questionStates = (doc: Y.Doc): Y.Map<string> => doc.getMap(questionsRoot)

/** What people may say of a question themselves; without it a question is unanswered or, with an answer, drafted. */
export const questionMarks = ['agreed', 'notRelevant', 'drafted'] as const
export type QuestionMark = (typeof questionMarks)[number]
export const questionFields = ['status', 'reason', 'owner'] as const
export type QuestionField = (typeof questionFields)[number]
export const questionKey = (id: string, field: QuestionField): string => `${id}/${field}`
