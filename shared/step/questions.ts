import type * as Y from 'yjs'
import { assert } from '../assert.ts'
import type { QuestionField, QuestionMark } from './doc.ts'
import { questionFields, questionKey, questionMarks, questionStates } from './doc.ts'

/* What people say of a guiding question beside its answer: its status, why it is not relevant, who looks after it. */

export type QuestionStatus = 'unanswered' | QuestionMark

export const longestReason = 2000
/** A member's id, or a name. */
export const longestOwner = 200

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest

export const isQuestionMark = (value: unknown): value is QuestionMark =>
  questionMarks.some((mark) => mark === value)

/** Whether a value may stand in this field; the field is left out when there is nothing to say. */
export const questionValueFits = (field: QuestionField, value: unknown): value is string => {
  if (field === 'status') return isQuestionMark(value)
  return isText(value, field === 'reason' ? longestReason : longestOwner)
}

/** `<questionId>/<field>` taken apart, or null when it is no such key. */
export const readQuestionKey = (
  key: string,
): { readonly id: string; readonly field: QuestionField } | null => {
  const slash = key.lastIndexOf('/')
  const field = questionFields.find((one) => one === key.slice(slash + 1))
  return slash > 0 && field ? { id: key.slice(0, slash), field } : null
}

export interface QuestionChange {
  readonly status?: QuestionMark | null
  readonly reason?: string | null
  readonly owner?: string | null
}

/**
 * Writes these fields in one transaction, null and '' take one away; what already stands so is not written again,
 * lest an unchanged field win over somebody's change. Undo follows the origin.
 */
export const changeQuestion = (doc: Y.Doc, id: string, change: QuestionChange, origin: unknown): void => {
  const states = questionStates(doc)
  doc.transact(() => {
    for (const field of questionFields) {
      const value = change[field]
      if (value === undefined) continue
      const key = questionKey(id, field)
      if (value === null || value === '') {
        if (states.has(key)) states.delete(key)
        continue
      }
      assert(questionValueFits(field, value), `a question's ${field} cannot be this`)
      if (states.get(key) !== value) states.set(key, value)
    }
  }, origin)
}

/** A reason belongs to *not relevant*, so any other status takes it away. */
export const setStatus = (doc: Y.Doc, id: string, status: QuestionMark | null, origin: unknown): void =>
  changeQuestion(doc, id, status === 'notRelevant' ? { status } : { status, reason: null }, origin)

export const setNotRelevant = (doc: Y.Doc, id: string, reason: string, origin: unknown): void =>
  changeQuestion(doc, id, { status: 'notRelevant', reason }, origin)

export const setReason = (doc: Y.Doc, id: string, reason: string, origin: unknown): void =>
  changeQuestion(doc, id, { reason }, origin)

export const setOwner = (doc: Y.Doc, id: string, owner: string | null, origin: unknown): void =>
  changeQuestion(doc, id, { owner }, origin)
