import type { Anchor } from '../../shared/board/comment.ts'
import type { Step } from '../../shared/board/model.ts'
import { homeOf } from '../../shared/board/home.ts'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { questionsRoot } from '../../shared/step/doc.ts'
import type { Translate } from '../../shared/messages/format.ts'
import { boardHref, stepHref } from '../hooks/addresses.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { Telling } from '../items/said.ts'
import { titleOf } from '../items/said.ts'
import type { Plan } from '../hooks/useBoard.ts'

/* What a place of the plan is called, and where it is. */

export interface Place {
  readonly step: Step
  readonly title: string
  readonly href: string
}

export interface Naming {
  readonly t: Translate
  readonly telling: Telling
}

/** The step in which people look for what was written: of what lies in the plan's own room, its item's. */
export const stepIdOf = (
  { stepId, what }: { readonly stepId: string; readonly what: string },
  { telling: { board, items } }: Naming,
): string | undefined => {
  if (stepId !== followUpRoom) return stepId
  const item = items.byId.get(what.split('/')[1] ?? '')
  return item && homeOf(board, item)
}

/** Null where the step, the text or the item is no longer there. */
export const placeOf = (stepId: string, what: string, { t, telling }: Naming): Place | null => {
  const { board } = telling
  const step = stepOf(board, stepId)
  if (!step) return null
  const at = (title: string, anchor: string) => ({ step, title, href: hrefIn(board, stepId, anchor) })
  const [root = '', id = ''] = what.split(/:(.*)/s)
  if (root === 'section') {
    const section = step.sections.find((one) => one.id === id && !one.hidden)
    return section ? at(section.title, section.id) : null
  }
  if (root === 'answer') {
    const question = step.questions.find((one) => one.id === id && !one.hidden)
    return question ? at(question.text, question.id) : null
  }
  if (what === questionsRoot) return at(t('inbox.questionMarks'), `${stepId}-questions`)
  const item = root === 'items' ? telling.items.byId.get(id.split('/')[1] ?? '') : undefined
  return item ? { step, title: titleOf(item, telling), href: itemHref(boardHref(board.id), item.id) } : null
}

const hrefIn = (board: Plan, stepId: string, anchor: string): string =>
  `${stepHref(board.id, stepId)}#${encodeURIComponent(anchor)}`

/** What a comment is about, by its name; the step's where it has none any more. */
export const subjectName = (anchor: Anchor, naming: Naming): string => {
  const step = stepOf(naming.telling.board, anchor.stepId)
  return placeOf(anchor.stepId, rootOf(anchor), naming)?.title ?? step?.title ?? ''
}

const rootOf = (anchor: Anchor): string => {
  switch (anchor.type) {
    case 'text':
      return anchor.id
    case 'question':
      return `answer:${anchor.id}`
    case 'step':
      return ''
    default:
      return `items:${anchor.kind}/${anchor.id}`
  }
}
