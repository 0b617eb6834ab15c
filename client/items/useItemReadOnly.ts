import { must } from '../../shared/assert.ts'
import { stepOf } from '../../shared/board/model.ts'
import { useWholeBoard } from '../hooks/useBoard.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useWhyNot } from '../hooks/useWhyNot.ts'

/** Why the items of a step cannot be changed now, in a sentence; null when they can. */
export const useItemReadOnly = (stepId: string): string | null => {
  const { board } = useWholeBoard()
  const room = useRoom(stepId)
  return useWhyNot(must(stepOf(board, stepId), `no step ${stepId}`), room.state)
}
