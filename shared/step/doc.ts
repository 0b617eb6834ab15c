import * as Y from 'yjs'
import type { StepStructure } from '../board/model.ts'
import type { QuestionId, SectionId } from '../ids.ts'
import type { Leaf } from '../items/define.ts'
import { kinds } from '../items/index.ts'
import { hasReports } from '../items/reports.ts'

/*
 * The layout of a room: the only place that names its roots. Nothing is ever seeded: an empty Y.Doc is a valid step.
 */

export const sectionRoot = (id: SectionId | string): string => `section:${id}`
export const answerRoot = (id: QuestionId | string): string => `answer:${id}`
export const questionsRoot = 'questions'
export const itemsRoot = (kind: string): string => `items:${kind}`

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

/** What a root may hold: rich text, the flat map of the questions' states, or items by their ids. */
export type Root =
  | { readonly is: 'text'; readonly of: 'section' | 'answer'; readonly id: string }
  | { readonly is: 'questions' }
  /** `reports`: only what is told of items that a step holds. */
  | { readonly is: 'items'; readonly kind: string; readonly reports?: true }

/** Every root a step's room may have: items of any kind may have been made there, but what comes after agreement. */
export const layoutOf = (step: Pick<StepStructure, 'sections' | 'questions'>): ReadonlyMap<string, Root> =>
  new Map<string, Root>([
    ...step.sections.map(({ id }) => [sectionRoot(id), { is: 'text', of: 'section', id }] as const),
    ...step.questions.map(({ id }) => [answerRoot(id), { is: 'text', of: 'answer', id }] as const),
    [questionsRoot, { is: 'questions' }],
    ...[...kinds.values()]
      .filter(({ afterAgreement }) => !afterAgreement)
      .map(({ kind }) => [itemsRoot(kind), { is: 'items', kind }] as const),
  ])

/** Every root of the plan's own room, which no step's lock closes. */
export const followUpLayout: ReadonlyMap<string, Root> = new Map<string, Root>(
  [...kinds.values()].flatMap((definition): (readonly [string, Root])[] => {
    const { kind, afterAgreement } = definition
    if (afterAgreement) return [[itemsRoot(kind), { is: 'items', kind }]]
    return hasReports(definition) ? [[itemsRoot(kind), { is: 'items', kind, reports: true }]] : []
  }),
)

export const sectionText = (doc: Y.Doc, id: string): Y.XmlFragment => doc.getXmlFragment(sectionRoot(id))
export const answerText = (doc: Y.Doc, id: string): Y.XmlFragment => doc.getXmlFragment(answerRoot(id))
/** Items of a kind: each a flat map from path to leaf (`shared/items/leaves.ts`). */
export const itemsOf = (doc: Y.Doc, kind: string): Y.Map<SharedItem> => doc.getMap(itemsRoot(kind))
export type SharedItem = Y.Map<Leaf | Y.Text>
export const questionStates = (doc: Y.Doc): Y.Map<string> => doc.getMap(questionsRoot)

/** What people may say of a question themselves; without it a question is unanswered or, with an answer, drafted. */
export const questionMarks = ['agreed', 'notRelevant', 'drafted'] as const
export type QuestionMark = (typeof questionMarks)[number]
export const questionFields = ['status', 'reason', 'owner'] as const
export type QuestionField = (typeof questionFields)[number]
export const questionKey = (id: string, field: QuestionField): string => `${id}/${field}`
