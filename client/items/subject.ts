import type { PlacedItem } from '../../shared/items/together.ts'
import { homeOf } from '../../shared/board/home.ts'
import { StepId } from '../../shared/ids.ts'
import type { Plan } from '../hooks/useBoard.ts'
import type { Subject } from '../hooks/subjects.ts'

/** The item, or a field of it, as something that can be spoken of, in the step that it belongs to. */
export const subjectOf = (item: PlacedItem, board: Pick<Plan, 'steps'>, field?: string): Subject => {
  const { id, kind } = item
  const stepId = homeOf(board, item) ?? StepId.parse(item.stepId)
  return field === undefined ? { type: 'item', stepId, kind, id } : { type: 'field', stepId, kind, id, field }
}
