import type { Question, Section, Step } from '../../shared/board/model.ts'
import type { StructureTarget } from '../../shared/board/structure.ts'
import { BoardId, newId, QuestionId, SectionId, StepId } from '../../shared/ids.ts'

/* A step, a section or a question, as the lists show them and the forms change them. */

export type PartType = StructureTarget['type']
export type Part = Step | Section | Question

export const nameOf = (part: Part): string => ('text' in part ? part.text : part.title)

export const targetOf = (type: PartType, stepId: StepId, id: string): StructureTarget => {
  switch (type) {
    case 'step':
      return { type, stepId: StepId.parse(id) }
    case 'section':
      return { type, stepId, id: SectionId.parse(id) }
    case 'question':
      return { type, stepId, id: QuestionId.parse(id) }
  }
}

/** A place of its own in the plan, in the letters that ids of steps, sections and questions are made of. */
export const newTarget = (type: PartType, stepId: StepId | null): StructureTarget => {
  const id = `p${newId(BoardId).replaceAll('_', '.')}`
  return targetOf(type, stepId ?? StepId.parse(id), id)
}
