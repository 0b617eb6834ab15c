import type { LucideIcon } from 'lucide-react'
import type { Step } from '../../shared/board/model.ts'
import { stepOf, visible } from '../../shared/board/model.ts'
import { restingOn } from '../../shared/board/steps.ts'
import { isEmpty, progressOf, readStep } from '../../shared/step/read.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import { StepFindings } from '../marks/StepFindings.tsx'
import { Icon } from '../ui/Icon.tsx'
import { DoneIcon, InfoIcon, WarningIcon } from '../ui/icons.ts'
import css from './agree.module.css'

interface Props {
  readonly step: Step
  /** Whether the form as it stands makes a formal decision. */
  readonly isFormal: boolean
  /** The person goes to something that was found. */
  readonly onGo: () => void
}

/** What to know before agreeing. Errors ask for a reason; nothing else stands in the way. */
export const BeforeAgreeing = ({ step, isFormal, onGo }: Props) => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const resting = restingOn(board, step.id)
  const steps = names.numbers(resting)
  return (
    <>
      <section>
        <h3>{t('agree.before')}</h3>
        <ul role="list" className={css.checks}>
          {step.state.is === 'inReview' && (
            <Check icon={InfoIcon}>{t('agree.since', { date: new Date(step.state.since) })}</Check>
          )}
          <StepFindings stepId={step.id} onGo={onGo} />
          <Written step={step} />
          <Ground step={step} />
        </ul>
      </section>
      <section>
        <h3>{t(isFormal ? 'agree.formal' : 'agree.workingKind')}</h3>
        <p>
          {isFormal
            ? t('agree.formalText', { word: t('step.agreed') })
            : t('agree.workingText', { word: t('step.working') })}
        </p>
      </section>
      <section>
        <h3>{t('agree.rests')}</h3>
        <p>
          {resting.size === 0 ? t('agree.restsNone') : t('agree.restsOpen', { steps, count: resting.size })}
        </p>
      </section>
    </>
  )
}

/** Read once, when the dialog opens: it says what people see at that moment. */
const Written = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const room = useRoom(step.id)
  const content = readStep(room.doc, step)
  const { unanswered, drafted, total } = progressOf(content, step)
  const empty = visible(step.sections).filter(({ id }) => isEmpty(content.sections[id])).length
  return (
    <>
      {total === 0 ? (
        <Check icon={InfoIcon}>{t('agree.noQuestions')}</Check>
      ) : unanswered + drafted === 0 ? (
        <Check icon={DoneIcon} look={css.fine}>
          {t('agree.allAnswered')}
        </Check>
      ) : null}
      {unanswered > 0 && (
        <Check icon={WarningIcon} look={css.warning}>
          {t('agree.unanswered', { count: unanswered, all: total })}
        </Check>
      )}
      {drafted > 0 && <Check icon={InfoIcon}>{t('agree.drafted', { count: drafted })}</Check>}
      {empty > 0 && <Check icon={InfoIcon}>{t('agree.emptyTexts', { count: empty })}</Check>}
    </>
  )
}

const Ground = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const grounds = step.dependsOn.flatMap((id) => stepOf(board, id) ?? [])
  const open = grounds.filter(({ state }) => state.is !== 'agreed').map(({ id }) => id)
  const proposals = board.proposals.filter((one) => one.stepId === step.id && one.state === 'open').length
  const changed = new Set(step.changedGround.map(({ stepId }) => stepId).filter((id) => stepOf(board, id)))
  return (
    <>
      {changed.size > 0 && (
        <Check icon={WarningIcon} look={css.warning}>
          {t('agree.ground', { steps: names.numbers(changed) })}
        </Check>
      )}
      {open.length > 0 && (
        <Check icon={WarningIcon} look={css.warning}>
          {t('agree.groundOpen', { steps: names.numbers(open) })}
        </Check>
      )}
      {grounds.length > 0 && open.length === 0 && changed.size === 0 && (
        <Check icon={DoneIcon} look={css.fine}>
          {t('agree.groundAgreed')}
        </Check>
      )}
      {proposals > 0 && <Check icon={InfoIcon}>{t('agree.openProposals', { count: proposals })}</Check>}
    </>
  )
}

interface CheckProps {
  readonly icon: LucideIcon
  readonly look?: string | undefined
  readonly children: string
}

const Check = ({ icon, look, children }: CheckProps) => (
  <li className={look ? `${css.check} ${look}` : css.check}>
    <Icon of={icon} />
    <span>{children}</span>
  </li>
)
