import type { StepStructure } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import type { Json } from '../../shared/json.ts'
import type { QuestionField, Root } from '../../shared/step/doc.ts'
import { answerRoot, layoutOf, sectionRoot } from '../../shared/step/doc.ts'
import { questionValueFits, readQuestionKey } from '../../shared/step/questions.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { ItemTarget } from './items.ts'
import { fittingItem, itemTarget, itemValueAt } from './items.ts'
import { textFrom } from './merge.ts'
import type { LeftOut } from '../../shared/step/prose.ts'

/* What a change is about, found again in the step as it stands now. */

export type Structure = Pick<StepStructure, 'sections' | 'questions'>

export type Target =
  | { readonly is: 'text'; readonly of: 'section' | 'answer'; readonly id: string }
  | { readonly is: 'question'; readonly id: string; readonly field: QuestionField }
  | ItemTarget

/** Null when it is no longer there, or never was. */
export const targetOf = (
  { target, path }: Pick<Change, 'target' | 'path'>,
  step: Structure,
): Target | null => {
  switch (target) {
    case 'section':
      return textAt(sectionRoot(path), step)
    case 'answer':
      return textAt(answerRoot(path), step)
    case 'item':
      return itemTarget(path, 'item')
    case 'field': {
      const place = readQuestionKey(path)
      const isAsked = place && step.questions.some(({ id }) => id === place.id)
      return isAsked ? { is: 'question', ...place } : itemTarget(path, 'field')
    }
  }
}

/** The text of the step that has this root. */
export const textAt = (root: string, step: Structure): Target | null => {
  const found: Root | undefined = layoutOf(step).get(root)
  return found?.is === 'text' ? found : null
}

/** What stands there; undefined when the target is gone. */
export const valueAt = (content: StepContent, target: Target): Json | undefined => {
  switch (target.is) {
    case 'text':
      return (target.of === 'section' ? content.sections : content.answers)[target.id]
    case 'question': {
      const value = content.questions[target.id]?.[target.field] ?? null
      return value === 'unanswered' ? null : value
    }
    case 'item':
      return itemValueAt(content, target)
  }
}

/** The value as it may be written there, or undefined. Names in `leftOut` what cannot stand in a text. */
export const fitting = (target: Target, value: unknown, leftOut?: LeftOut): Json | undefined => {
  switch (target.is) {
    case 'text':
      return textFrom(value, leftOut) ?? undefined
    case 'question':
      return value === null || questionValueFits(target.field, value) ? value : undefined
    case 'item':
      return fittingItem(target, value, leftOut)
  }
}

export const keyOfTarget = (target: Target): string => JSON.stringify(target)
