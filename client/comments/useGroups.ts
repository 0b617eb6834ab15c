import { useDeferredValue, useMemo } from 'react'
import type { CommentId } from '../../shared/ids.ts'
import { useBoardWithComments } from '../hooks/useBoard.ts'
import { useThreads } from '../hooks/useComments.ts'
import { usePlanItems } from '../hooks/useItems.ts'
import { useVisit } from '../hooks/useVisit.ts'
import { useStandings } from './passages/usePassages.ts'
import { answerKey, draftOf } from './drafts.ts'
import type { Place, StepThreads, Which } from './threads.ts'
import { byStep, chosenOf, withAnswered } from './threads.ts'
import { tab } from './useKeptDraft.ts'

/** The threads to show, step by step. `current` is shown in any case. */
export const useGroups = (place: Place, which: Which, current: string | null): readonly StepThreads[] => {
  const { board, me } = useBoardWithComments()
  const threads = useThreads()
  const { visit } = useVisit()
  const items = useDeferredValue(usePlanItems())
  const places = useDeferredValue(useStandings())
  return useMemo(() => {
    const wanted = { place, which, ...(current !== null && { id: current }) }
    const isAnswered = current !== null && draftOf(tab, answerKey(board.id, current)).body.trim() !== ''
    const there = isAnswered ? withAnswered(threads, board.comments, current) : threads
    const chosen = chosenOf(there, wanted, { me: me.id, visit })
    const standings = { get: (id: CommentId) => places.get(id) }
    return byStep(chosen, board, items, standings)
  }, [threads, place, which, current, me.id, visit, board, items, places])
}
