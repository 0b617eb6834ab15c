import type { Anchor } from './comment.ts'
import type { Board, StepStructure } from './model.ts'

type Place = Pick<Anchor, 'type' | 'stepId' | 'id'>

/** Whether people still see what a comment is about: nothing of it is hidden. Items are in the rooms, not here. */
export const isShown = ({ steps }: Pick<Board, 'steps'>, anchor: Place): boolean => {
  const step = steps.find(({ id }) => id === anchor.stepId)
  return step !== undefined && !step.hidden && !isInHidden(step, anchor)
}

const isInHidden = ({ sections, questions }: StepStructure, { type, id }: Place): boolean => {
  if (type === 'question') return questions.some((one) => one.id === id && one.hidden)
  // A text's root ends with the id of the section or question that it is the text of.
  const parts = type === 'text' ? [...sections, ...questions] : []
  return parts.some((one) => one.hidden && id.endsWith(`:${one.id}`))
}
