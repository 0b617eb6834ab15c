import { may } from '../../shared/board/access.ts'
import { closedBecause, stepOf } from '../../shared/board/model.ts'
import type { Confidence } from '../../shared/items/weighted.ts'
import { dayOf } from '../hooks/day.ts'
import { useBoard } from '../hooks/useBoard.ts'
import type { CommandState } from '../hooks/useCommand.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { whyNot } from '../hooks/useWhyNot.ts'
import type { Cell } from './matrix.ts'

/** What can be done with contributions that are written for all. */
export interface Writing {
  /** Why this one cannot be written now, in a sentence; null when it can. */
  readonly whyNot: (cell: Cell) => string | null
  /** Makes the contribution where there is none. */
  readonly write: (cell: Cell, score: number, confidence?: Confidence) => void
  readonly remove: (cell: Cell) => void
  /** Says to everybody that the group has agreed on these. */
  readonly settle: (cells: readonly Cell[]) => void
  readonly settling: CommandState
}

/** `stepId`: where they are shown, and why nothing can be written in it, or null. */
export const useWriting = (stepId: string, readOnly: string | null): Writing => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const edits = useItemEdits()
  const [settling, command] = useCommand()

  const isOpen = (id: string) => {
    const step = stepOf(board, id)
    return step !== undefined && closedBecause(step) === null
  }
  /** One that is there lies where it lies; a new one comes to its activity, if that is not agreed. */
  const homeOf = ({ item, activity }: Cell) =>
    item?.stepId ?? (isOpen(activity.stepId) ? activity.stepId : stepId)
  const whyNotIn = (cell: Cell): string | null => {
    const home = homeOf(cell)
    const step = stepOf(board, home)
    if (home === stepId || !step) return readOnly
    return whyNot(step, { is: 'writable' }, { t, names, me, board })
  }
  const write: Writing['write'] = (cell, score, confidence) => {
    const { item, activity, goal } = cell
    if (whyNotIn(cell) !== null) return
    if (item) return edits.change(item, { score, ...(confidence && { confidence }) })
    // Nothing written and no contribution come to the same.
    if (score === 0) return
    const begun = { activityId: activity.id, goalId: goal.id, score, confidence: confidence ?? 'medium' }
    edits.add('contribution', homeOf(cell), dayOf(new Date()), new Map(Object.entries(begun)))
  }
  return {
    whyNot: whyNotIn,
    write,
    remove: (cell) => {
      if (cell.item && whyNotIn(cell) === null) edits.delete(cell.item, new Date().toISOString())
    },
    settle: (cells) => {
      const pairs = cells.flatMap(({ id, isSettled, scores }) => (isSettled || scores.length === 0 ? [] : id))
      if (pairs.length > 0 && may(me, 'scoring.lead')) void command({ type: 'scoring.settle', pairs })
    },
    settling,
  }
}
