import { must } from '../../shared/assert.ts'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { kinds } from '../../shared/items/index.ts'
import { hasReports } from '../../shared/items/reports.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useWholeBoard } from '../hooks/useBoard.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useWhyNot } from '../hooks/useWhyNot.ts'

/** Why the items of a step, or of the plan's own room, cannot be changed now, in a sentence; null when they can. */
export const useItemReadOnly = (stepId: string): string | null => {
  const { board } = useWholeBoard()
  const room = useRoom(stepId)
  const step = stepId === followUpRoom ? undefined : must(stepOf(board, stepId), `no step ${stepId}`)
  return useWhyNot(step, room.state)
}

/** Whether there are fields of the item that the person still writes though its step is agreed. */
export const useIsTold = (item: PlacedItem): boolean => {
  const { board } = useWholeBoard()
  const whyNot = useItemReadOnly(followUpRoom)
  const kind = kinds.get(item.kind)
  const isAgreed = stepOf(board, item.stepId)?.state.is === 'agreed'
  return isAgreed && whyNot === null && kind !== undefined && hasReports(kind)
}
