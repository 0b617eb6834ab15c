import { useSyncExternalStore } from 'react'
import type { Presence } from '../../shared/protocol/control.ts'
import { useQuiet } from '../hooks/quiet.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'

/** What stands in `data-block` while somebody is in an item, or in one of its fields. */
export const blockOf = (item: { readonly kind: string; readonly id: string }, path = ''): string =>
  `item:${item.kind}/${item.id}${path && `/${path}`}`

/** Somebody else who is in this item now; nobody in quiet mode. */
export const useEditing = (block: string): Presence | undefined => {
  const { roster } = useBoardSession()
  const { me } = useBoard()
  const isQuiet = useQuiet()
  return useSyncExternalStore(roster.subscribe, () =>
    isQuiet
      ? undefined
      : roster
          .get()
          .find(
            (one) =>
              one.memberId !== me.id &&
              !one.away &&
              (one.block === block || one.block?.startsWith(`${block}/`)),
          ),
  )
}
