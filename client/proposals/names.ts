import type { Change } from '../../shared/board/proposals.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import type { MessageKey } from '../../shared/messages/format.ts'
import { isQuestionMark, readQuestionKey } from '../../shared/step/questions.ts'

/** What a change concerns, in the words that stand on the board. */
export interface Subject {
  readonly key: MessageKey
  readonly title: string
}

type Structure = Pick<StepStructure, 'sections' | 'questions'>

export const subjectOf = (
  { target, path }: Pick<Change, 'target' | 'path'>,
  step: Structure | undefined,
): Subject => {
  const question = (id: string) => step?.questions.find((one) => one.id === id)?.text ?? id
  if (target === 'section')
    return { key: 'proposals.section', title: step?.sections.find(({ id }) => id === path)?.title ?? path }
  if (target === 'answer') return { key: 'proposals.answer', title: question(path) }
  const field = target === 'field' ? readQuestionKey(path) : null
  return field
    ? { key: fields[field.field], title: question(field.id) }
    : { key: 'proposals.other', title: path }
}

const fields = {
  status: 'proposals.status',
  reason: 'proposals.reason',
  owner: 'proposals.owner',
} as const satisfies Record<string, MessageKey>

const marks = {
  drafted: 'step.drafted',
  agreed: 'step.questionAgreed',
  notRelevant: 'step.notRelevant',
} as const satisfies Record<string, MessageKey>

/** The word for a question's status, where the change is of one; null where the value speaks for itself. */
export const statusWord = (
  { target, path }: Pick<Change, 'target' | 'path'>,
  value: unknown,
): MessageKey | null =>
  target === 'field' && readQuestionKey(path)?.field === 'status' && isQuestionMark(value)
    ? marks[value]
    : null
