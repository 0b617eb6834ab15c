import { closedBecause, stepOf } from '../../shared/board/model.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { Icon } from '../ui/Icon.tsx'
import { AgreedIcon } from '../ui/icons.ts'
import css from './card.module.css'
import type { Telling } from './said.ts'

interface Props {
  readonly item: PlacedItem
  /** The step in which it is shown. */
  readonly stepId: string
  readonly telling: Telling
}

/** Says so when an item is held by another step, which is agreed: why it cannot be changed from here. */
export const Standing = ({ item, stepId, telling }: Props) => {
  const step = stepOf(telling.board, item.stepId)
  if (!step || item.stepId === stepId || closedBecause(step) !== 'agreed') return null
  return (
    <p className={css.elsewhere}>
      <Icon of={AgreedIcon} size="sm" />
      {telling.t('lockedElsewhere', { step: step.title })}
    </p>
  )
}
