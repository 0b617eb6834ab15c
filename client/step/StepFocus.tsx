import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { boardHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { StepComments } from '../marks/StepComments.tsx'
import { ForkView } from './ForkView.tsx'
import { ProposeButton } from './ProposeButton.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { AgreedIcon } from '../ui/icons.ts'
import { BackIcon } from '../ui/later-icons.ts'
import { AgreementWhole } from './AgreementWhole.tsx'
import type { OnAsk } from './ask.ts'
import { ChangedGround } from './ChangedGround.tsx'
import { EarlierDecisions } from './EarlierDecisions.tsx'
import css from './focus.module.css'
import { Progress } from './Progress.tsx'
import { StepBody } from './StepBody.tsx'
import { StepChips } from './StepChips.tsx'
import { StepMenu } from './StepMenu.tsx'
import { StepNav } from './StepNav.tsx'
import { StepNotes } from './StepNotes.tsx'
import { StepReview } from './StepReview.tsx'
import { StepPeople } from './StepPeople.tsx'

interface Props {
  readonly step: Step
  readonly onAsk: OnAsk
}

/** One step, wide: to read and write in at length. */
export const StepFocus = ({ step, onAsk }: Props) => {
  const main = useRef<HTMLDivElement>(null)
  const fork = useLive(useBoardSession().forks).find((one) => one.step.id === step.id)
  useEffect(() => {
    main.current?.scrollTo(0, 0)
  }, [step.id, fork])
  return (
    <div className={css.focus}>
      <StepNav step={step} />
      <div ref={main} className={css.main}>
        {fork ? (
          // Nobody is told where in it the person is, so it does not say which step it is.
          <div className={css.sheet} key={`${step.id} copy`}>
            <ForkView step={step} fork={fork} onAsk={onAsk} />
          </div>
        ) : (
          <div className={css.sheet} data-step={step.id} key={step.id}>
            <Head step={step} onAsk={onAsk} />
            <AgreementWhole step={step} onAsk={onAsk} />
            <EarlierDecisions stepId={step.id} />
            <StepBody step={step} wide />
          </div>
        )}
      </div>
    </div>
  )
}

const Head = ({ step, onAsk }: Props) => {
  const t = useText()
  const { board, me } = useBoard()
  const names = useNames()
  const lang = languageTag[board.language]
  const grounds = names.numbers(step.dependsOn)
  return (
    <header className={css.head}>
      <Link href={boardHref(board.id)} className={css.back}>
        <Icon of={BackIcon} />
        {t('step.back')}
      </Link>
      <h1>
        <span className={css.number}>{names.number(step.id)}</span> <span lang={lang}>{step.title}</span>
      </h1>
      {step.description !== '' && (
        <p className={css.lede} lang={lang}>
          {step.description}
        </p>
      )}
      {(step.deliverable !== '' || grounds !== '') && (
        <dl className={css.facts}>
          {step.deliverable !== '' && (
            <>
              <dt>{t('step.deliverable')}</dt>
              <dd lang={lang}>{step.deliverable}</dd>
            </>
          )}
          {grounds !== '' && (
            <>
              <dt>{t('step.restsOn')}</dt>
              <dd>{t('step.restsOnSteps', { steps: grounds })}</dd>
            </>
          )}
        </dl>
      )}
      <div className={css.row}>
        <StepChips step={step} onAsk={onAsk} />
        <StepComments stepId={step.id} number={names.number(step.id)} />
        <span className={css.note}>
          <StepReview state={step.state} />
        </span>
        <span className={css.people}>
          <StepPeople stepId={step.id} />
        </span>
        <div className={css.actions}>
          {may(me, 'step.agree', step) && (
            <Button kind="primary" icon={AgreedIcon} onPress={() => onAsk({ is: 'agree', stepId: step.id })}>
              {t('step.agreeOnShort')}
            </Button>
          )}
          {step.state.is !== 'agreed' && <ProposeButton step={step} kind="primary" />}
          <StepMenu step={step} onAsk={onAsk} isWide />
        </div>
      </div>
      <div className={css.progress}>
        <Progress step={step} />
      </div>
      <StepNotes step={step} />
      <ChangedGround step={step} />
    </header>
  )
}
