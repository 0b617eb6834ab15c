import { useSyncExternalStore } from 'react'
import type { Presence } from '../../shared/protocol/control.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'

/** What stands in `data-block` while somebody is in an item, or in one of its fields. */
export const blockOf = (item: { readonly kind: string; readonly id: string }, path = ''): string =>
  `item:${item.kind}/${item.id}${path && `/${path}`}`

/** Somebody else who is in this item now. */
export const useEditing = (block: string): Presence | undefined => {
  const { roster } = useBoardSession()
  const { me } = useBoard()
  return useSyncExternalStore(roster.subscribe, () =>
    roster
      .get()
      .find(
        (one) =>
          one.memberId !== me.id && !one.away && (one.block === block || one.block?.startsWith(`${block}/`)),
      ),
  )
}
