import { memo } from 'react'
import { dayOf } from '../hooks/day.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useOpenItem } from '../hooks/useOpenItem.ts'
import { Button } from '../ui/Button.tsx'
import { AddIcon } from '../ui/icons.ts'

interface Props {
  readonly kind: string
  readonly stepId: string
}

/** Makes one more of a kind in this step, and opens it. */
export const AddItem = memo(function AddItem({ kind, stepId }: Props) {
  const t = useItemText()
  const edits = useItemEdits()
  const [, open] = useOpenItem()
  return (
    <Button
      kind="quiet"
      icon={AddIcon}
      data-add-item={kind}
      onPress={() => open(edits.add(kind, stepId, dayOf(new Date())))}
    >
      {t(`${kind}:add`)}
    </Button>
  )
})
