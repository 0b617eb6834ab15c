import { dayOf } from '../hooks/day.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useOpenItem } from '../hooks/useOpenItem.ts'
import { Button } from '../ui/Button.tsx'
import { AddIcon } from '../ui/icons.ts'
import type { Telling } from './said.ts'

interface Props {
  readonly kind: string
  readonly stepId: string
  readonly telling: Telling
}

/** Makes one more of a kind in this step, and opens it. */
export const AddItem = ({ kind, stepId, telling }: Props) => {
  const edits = useItemEdits()
  const [, open] = useOpenItem()
  return (
    <Button kind="quiet" icon={AddIcon} onPress={() => open(edits.add(kind, stepId, dayOf(new Date())))}>
      {telling.t(`${kind}:add`)}
    </Button>
  )
}
