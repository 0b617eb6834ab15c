import { deny } from '../../shared/board/access.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { memberOf } from '../../shared/board/model.ts'
import type { Mode } from '../../shared/protocol/version.ts'
import type { Channel } from './channel.ts'
import type { GateRoom } from './gate.ts'

/* Whether somebody may write in a room now: as they are told, and as the gate asks. */

type Somebody = Pick<Channel, 'member' | 'oldClient'>

/** `step`: absent in the plan's own room, which is no step's, so that none closes it. */
const denialOf = (board: Board, step: Step | undefined, { member }: Somebody) =>
  deny(memberOf(board, member), step ? 'room.write' : 'followUp.write', step)

/** `full`: said, and not enforced by the gate, since there is room left for what is on its way. */
export const modeOf = (board: Board, step: Step | undefined, somebody: Somebody, full: boolean): Mode => {
  const denial = denialOf(board, step, somebody)
  if (denial) return { is: 'ro', because: isClosing(denial) ? denial : 'role' }
  if (somebody.oldClient) return { is: 'ro', because: 'oldClient' }
  return full ? { is: 'ro', because: 'full' } : { is: 'rw' }
}

export const writableBy = (
  board: Board,
  step: Step | undefined,
  somebody: Somebody,
): GateRoom['writable'] => {
  const denial = denialOf(board, step, somebody)
  if (denial === null) return somebody.oldClient ? 'role' : 'yes'
  return isClosing(denial) ? denial : 'role'
}

const isClosing = (denial: string): denial is 'agreed' | 'paused' =>
  denial === 'agreed' || denial === 'paused'
