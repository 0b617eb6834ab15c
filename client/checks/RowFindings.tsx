import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { FindingMark } from './FindingMark.tsx'
import { itemKey } from '../marks/finding-keys.ts'
import css from './mark.module.css'
import { useAreKnown, useFindingsAt } from './useFindings.ts'

interface Props {
  readonly itemId: string
  readonly title: string
}

/** What the checks find of an item, in its row: how much, or that there is nothing. */
export const RowFindings = ({ itemId, title }: Props) => {
  const t = useText()
  const key = itemKey(itemId)
  const isFine = useFindingsAt(key).length === 0
  const areKnown = useAreKnown()
  if (!areKnown) return null
  if (!isFine) return <FindingMark keys={[key]} title={title} isWide />
  return (
    <span className={css.none}>
      <Icon of={DoneIcon} size="sm" />
      {t('findings.none')}
    </span>
  )
}
