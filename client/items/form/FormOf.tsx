import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { must } from '../../../shared/assert.ts'
import { followUpRoom } from '../../../shared/board/plan.ts'
import { kinds } from '../../../shared/items/index.ts'
import { useItemEdits } from '../../hooks/useItems.ts'
import { useRoom } from '../../hooks/useRoom.ts'
import type { PlacedItem } from '../../../shared/items/together.ts'
import type { Telling } from '../said.ts'
import { FormContext } from './useForm.ts'

interface Props {
  readonly item: PlacedItem
  readonly telling: Telling
  readonly children: ReactNode
}

/** What stands in it are fields of this item. */
export const FormOf = ({ item, telling, children }: Props) => {
  const edits = useItemEdits()
  const { undo } = useRoom(item.stepId)
  const { undo: told } = useRoom(followUpRoom)
  const form = useMemo(
    () => ({
      item,
      telling,
      edits,
      kind: must(kinds.get(item.kind), `no kind called ${item.kind}`),
      settled: () => {
        undo.stopCapturing()
        told.stopCapturing()
      },
    }),
    [item, telling, edits, undo, told],
  )
  return <FormContext value={form}>{children}</FormContext>
}
