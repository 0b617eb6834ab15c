import type { Step } from '../../shared/board/model.ts'
import { day } from '../hooks/day.ts'
import { useText } from '../hooks/useText.ts'
import { stateOf } from '../step/state.ts'
import states from '../step/states.module.css'
import { StepReview } from '../step/StepReview.tsx'
import { Icon } from '../ui/Icon.tsx'
import css from './standing.module.css'

/** Whether what follows is decided, and by whom. */
export const DocumentStanding = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const { state } = step
  const { look, icon, word } = stateOf(step)
  if (state.is !== 'agreed')
    return (
      <div className={`${css.undecided} ${states[look] ?? ''}`}>
        <p className={css.state}>
          <Icon of={icon} />
          {t(word)}
        </p>
        <p>
          <StepReview state={state} />
        </p>
      </div>
    )
  const { date, body, reference, decision, reservations = [] } = state.decision
  const by = [body, reference].filter((one) => one !== undefined).join(', ')
  return (
    <div className={css.decided}>
      <p className={css.state}>
        <Icon of={icon} />
        {t('board.documentState', { state: t(word), date: day(date) })}
      </p>
      <p>
        {by && `${by}. `}
        {decision}
        {reservations.length > 0 &&
          ` ${t('step.reservation', { count: reservations.length })}: ${reservations.join(' ')}`}
      </p>
    </div>
  )
}
