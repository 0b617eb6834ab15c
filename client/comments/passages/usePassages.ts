import { useEffect } from 'react'
import type { CommentId } from '../../../shared/ids.ts'
import { useBoardSession } from '../../hooks/useBoardSession.ts'
import { useLive } from '../../hooks/useLive.ts'
import type { SelectedPassage } from './desk.ts'
import { deskOf } from './desk.ts'
import type { Placed } from './standings.ts'

/** Where the passages of all open threads stand, by the thread's first comment. A moment behind what is typed. */
export const useStandings = (): ReadonlyMap<CommentId, Placed> => useLive(useDesk().standings)

/**
 * The passage selected last in any of the plan's texts, also after the focus went elsewhere; null when only a caret
 * stands there: `blockAnchor` gives the block it is in.
 */
export const useSelectedPassage = (): SelectedPassage | null => useLive(useDesk().selected)

const useDesk = () => {
  const desk = deskOf(useBoardSession())
  useEffect(() => desk.start(), [desk])
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') desk.settle()
    }
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [desk])
  return desk
}
