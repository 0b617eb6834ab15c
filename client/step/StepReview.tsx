import type { Step } from '../../shared/board/model.ts'
import { day } from '../hooks/day.ts'
import { useText } from '../hooks/useText.ts'

/** Who reads a step that is in review, and until when. */
export const StepReview = ({ state }: Pick<Step, 'state'>) => {
  const t = useText()
  if (state.is !== 'inReview') return null
  const { who, until } = state
  if (who !== undefined && until !== undefined) return t('step.reviewWhoUntil', { who, date: day(until) })
  if (who !== undefined) return t('step.reviewWho', { who })
  return until === undefined ? null : t('step.reviewUntil', { date: day(until) })
}
