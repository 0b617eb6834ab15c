import type { Board } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { kinds } from '../../shared/items/index.ts'
import { isReported } from '../../shared/items/reports.ts'
import type { PlacedItem } from '../../shared/items/together.ts'

/**
 * The room in which a value is written: its item's step, or the plan's own while the step is agreed, for what is still
 * told then. What was told becomes the step's own when it is opened again; what comes too late lies over it.
 */
export const roomOf = (board: Pick<Board, 'steps'>, item: PlacedItem, path: string): string => {
  const kind = kinds.get(item.kind)
  if (!kind || item.stepId === followUpRoom || !isReported(kind.fields, path)) return item.stepId
  return stepOf(board, item.stepId)?.state.is === 'agreed' ? followUpRoom : item.stepId
}
