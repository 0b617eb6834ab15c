import type { Step } from '../../shared/board/model.ts'
import { day } from '../hooks/day.ts'
import { useText } from '../hooks/useText.ts'
import { ProposeButton } from './ProposeButton.tsx'
import css from './agreement.module.css'
import type { OnAsk } from './ask.ts'
import { seeWord } from './state.ts'

interface Props {
  readonly step: Step
  readonly onAsk: OnAsk
}

/** The signature under an agreed step, as a box in its column. */
export const Agreement = ({ step, onAsk }: Props) => {
  const t = useText()
  if (step.state.is !== 'agreed') return null
  const { decision, version } = step.state
  const by = [decision.body, decision.reference].filter((one) => one !== undefined).join(', ')
  return (
    <div className={css.short} role="group" aria-label={t('step.agreedBox')}>
      <p>
        <strong>{t('step.onDay', { date: day(decision.date) })}</strong>
        {`${by && `, ${by}`}. ${t('step.versionNumber', { number: version.number })}`}
      </p>
      <button type="button" className={css.see} onClick={() => onAsk({ is: 'version', stepId: step.id })}>
        {t(seeWord(step))}
      </button>
      <ProposeButton step={step} />
    </div>
  )
}
