import { unreachable } from '../../shared/assert.ts'
import { languageTag } from '../../shared/locale.ts'
import { useLocale } from '../hooks/useText.ts'
import type { BoardHead } from '../live/api.ts'
import { Chip } from '../ui/Chip.tsx'
import { AgreedIcon, OpenIcon, ReviewIcon } from '../ui/icons.ts'
import { planState } from './plan-state.ts'
import { useHomeText } from './useHomeText.ts'

export const PlanStateChip = ({ steps }: { readonly steps: BoardHead['steps'] }) => {
  const t = useHomeText()
  const { locale } = useLocale()
  const state = planState(steps)
  const about = (numbers: readonly number[]) => ({
    count: numbers.length,
    steps: new Intl.ListFormat(languageTag[locale]).format(numbers.map(String)),
  })
  switch (state.is) {
    case 'agreed':
      return (
        <Chip kind="agreed" icon={AgreedIcon}>
          {t('home.stateAgreedAll')}
        </Chip>
      )
    case 'inReview':
      return (
        <Chip kind="review" icon={ReviewIcon}>
          {t('home.stateReview', about(state.steps))}
        </Chip>
      )
    case 'open':
      return (
        <Chip kind="open" icon={OpenIcon}>
          {t('home.stateOpen', about(state.steps))}
        </Chip>
      )
    case 'allOpen':
      return (
        <Chip kind="open" icon={OpenIcon}>
          {t('home.stateOpenAll')}
        </Chip>
      )
    default:
      return unreachable(state)
  }
}
