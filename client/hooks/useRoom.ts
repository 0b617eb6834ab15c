import type { RoomDocument } from '../live/session.ts'
import { useBoardSession } from './useBoardSession.ts'
import { useLive } from './useLive.ts'

/**
 * A step's document and what may be done with it. Mount whatever is bound to the document under
 * `key={room.version}`: after a refusal there is another document.
 */
export const useRoom = (stepId: string): RoomDocument => useLive(useBoardSession().room(stepId).document)
