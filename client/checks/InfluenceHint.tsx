import { adviceOn } from '../../shared/checks/influence.ts'
import type { Remedy } from '../../shared/checks/remedies.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { typedItem } from '../../shared/items/typed.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { InfoIcon } from '../ui/icons.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import css from './mark.module.css'
import { useApply } from './useApply.ts'
import { useAreKnown } from './useFindings.ts'

/** How far those who plan can reach a result decides whether it is a goal of theirs: what the process advises. */
export const InfluenceHint = ({ item }: { readonly item: PlacedItem }) => {
  const t = useText()
  const announce = useAnnounce()
  const { apply, mayApply } = useApply()
  const areKnown = useAreKnown()
  const advice = adviceOn(typedItem('goal', item))
  const follow: Remedy = { is: 'goalToIndicator', label: 'remedies.followOnly', goalId: item.id }
  return (
    <div className={css.advice} role="status">
      {advice !== null && (
        <p>
          <Icon of={InfoIcon} size="sm" />
          <span>{t(`findings.influence=${advice}`)}</span>
        </p>
      )}
      {areKnown && advice === 'indicatorOnly' && mayApply(follow) && (
        <Button
          onPress={() => {
            apply(follow)
            announce(t('findings.done', { what: t(follow.label) }))
          }}
        >
          {t(follow.label)}
        </Button>
      )}
    </div>
  )
}
