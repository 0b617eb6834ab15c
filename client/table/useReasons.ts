import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { whyNot } from '../hooks/useWhyNot.ts'
import { roomOf } from '../live/told.ts'

export interface Reasons {
  /** Why nothing can be written in the room, in a sentence; null when it can. */
  readonly of: (stepId: string) => string | null
  /** The same for a value: what is told after agreement is still written then. */
  readonly at: (item: PlacedItem, path: string) => string | null
}

const gap = '\n'

/** Where in the plan the person may write, and why not elsewhere: the same until any of it changes. */
export const useReasons = (): Reasons => {
  const session = useBoardSession()
  const { board, me } = useBoard()
  const t = useText()
  const names = useNames()
  const rooms = useMemo(() => [...board.steps.map(({ id }) => id as string), followUpRoom], [board.steps])
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = rooms.map((id) => session.room(id).document.subscribe(changed))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [session, rooms],
  )
  const told = useSyncExternalStore(subscribe, () =>
    rooms
      .map(
        (id) =>
          whyNot(stepOf(board, id), session.room(id).document.get().state, { t, names, me, board }) ?? '',
      )
      .join(gap),
  )
  return useMemo(() => {
    const said = told.split(gap)
    const by = new Map(rooms.map((id, at) => [id, said[at] === '' ? null : (said[at] ?? null)]))
    const of = (stepId: string) => by.get(stepId) ?? null
    return { of, at: (item, path) => of(roomOf(board, item, path)) }
  }, [told, rooms, board])
}
