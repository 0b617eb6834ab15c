import type { Anchor, Thread } from '../../shared/board/comment.ts'
import { StepId } from '../../shared/ids.ts'

/* What can be commented on. A passage of a text is one of many in it: the text is the subject, the passage the anchor. */

export type Subject =
  | { readonly type: 'step'; readonly stepId: StepId }
  | { readonly type: 'question'; readonly stepId: StepId; readonly id: string }
  | { readonly type: 'item'; readonly stepId: StepId; readonly kind: string; readonly id: string }
  | {
      readonly type: 'field'
      readonly stepId: StepId
      readonly kind: string
      readonly id: string
      readonly field: string
    }
  | { readonly type: 'text'; readonly stepId: StepId; readonly id: string }

/** No id of ours or of a template holds it. */
const gap = '~'

/** The subject in one word, for an address: `item~goals~goal~g1`. */
export const subjectWord = (subject: Subject): string => {
  const { type, stepId } = subject
  if (type === 'step') return [type, stepId].join(gap)
  if (type === 'question' || type === 'text') return [type, stepId, subject.id].join(gap)
  const words = [type, stepId, subject.kind, subject.id]
  return (type === 'field' ? [...words, subject.field] : words).join(gap)
}

export const subjectOf = (word: string): Subject | null => {
  const [type, step, ...rest] = word.split(gap)
  const stepId = StepId.safeParse(step).data
  const [first = '', id = '', field = ''] = rest
  if (stepId === undefined) return null
  if (type === 'step') return { type, stepId }
  if (type === 'question' || type === 'text') return first ? { type, stepId, id: first } : null
  if (type === 'item') return id ? { type, stepId, kind: first, id } : null
  return type === 'field' && field ? { type, stepId, kind: first, id, field } : null
}

/** The same for everything that is said of one thing, wherever an item is now. */
export const subjectKey = (of: Subject | Anchor): string => {
  switch (of.type) {
    case 'step':
      return `step ${of.stepId}`
    case 'question':
      return `question ${of.stepId} ${of.id}`
    case 'text':
      return `text ${of.stepId} ${of.id}`
    case 'item':
      return `item ${of.id}`
    case 'field':
      return `field ${of.id} ${of.field}`
  }
}

export const isOpenThread = ({ head }: Thread): boolean => head.resolved === undefined
