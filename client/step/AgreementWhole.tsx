import type { Step } from '../../shared/board/model.ts'
import { isFormal } from '../../shared/board/decisions.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { ProposeButton } from './ProposeButton.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { AgreedIcon, SeeVersionIcon } from '../ui/icons.ts'
import css from './agreement.module.css'
import type { OnAsk } from './ask.ts'
import { DecisionFacts } from './DecisionFacts.tsx'
import { seeWord } from './state.ts'

interface Props {
  readonly step: Step
  readonly onAsk: OnAsk
}

/** The whole decision, on top of an agreed step. */
export const AgreementWhole = ({ step, onAsk }: Props) => {
  const t = useText()
  const names = useNames()
  if (step.state.is !== 'agreed') return null
  const { decision, version, by, override } = step.state
  return (
    <section className={css.whole} aria-labelledby={`${step.id}-agreed`}>
      <h2 id={`${step.id}-agreed`} className={css.state}>
        <Icon of={AgreedIcon} size="lg" />
        {t(isFormal(decision) ? 'step.agreed' : 'step.working')}
      </h2>
      <p className={css.decision}>{decision.decision}</p>
      <DecisionFacts decision={decision} version={version} by={names.person(by)} override={override} />
      <div className={css.actions}>
        <ProposeButton step={step} kind="primary" />
        <Button icon={SeeVersionIcon} onPress={() => onAsk({ is: 'version', stepId: step.id })}>
          {t(seeWord(step))}
        </Button>
      </div>
    </section>
  )
}
