import type { Visit } from '../../shared/board/visit.ts'
import type { Visiting } from '../live/visiting.ts'
import { useBoardSession } from './useBoardSession.ts'
import { useLive } from './useLive.ts'

export interface UsedVisit extends Pick<Visiting, 'markRead' | 'markAllRead'> {
  /** Null until the server has told. */
  readonly visit: Visit | null
}

/** What the person missed on this board, and what of it they have read; `markRead` shows at once. */
export const useVisit = (): UsedVisit => {
  const { visiting } = useBoardSession()
  const { markRead, markAllRead } = visiting
  return { visit: useLive(visiting.visit), markRead, markAllRead }
}
