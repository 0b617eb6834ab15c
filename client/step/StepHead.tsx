import { useText } from '../hooks/useText.ts'
import { Link } from 'wouter'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { stepHref } from '../hooks/addresses.ts'
import { useNames } from '../hooks/useNames.ts'
import { languageTag } from '../../shared/locale.ts'
import { StepComments } from '../marks/StepComments.tsx'
import type { OnAsk } from './ask.ts'
import css from './column.module.css'
import { Progress } from './Progress.tsx'
import { StepChips } from './StepChips.tsx'
import { StepMenu } from './StepMenu.tsx'
import { StepPeople } from './StepPeople.tsx'

interface Props {
  readonly step: Step
  readonly titleId: string
  readonly onAsk: OnAsk
}

/** Always in the same order: number, title, menu; state, proposals, comments, people; progress. */
export const StepHead = ({ step, titleId, onAsk }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const number = useNames().number(step.id)
  return (
    <header className={css.head}>
      <div className={css.title}>
        <span className={css.number} aria-hidden="true">
          {number}
        </span>
        <h2 id={titleId}>
          <Link href={stepHref(board.id, step.id)}>
            <span className="sr">{t('step.number', { number })}</span>
            <span lang={languageTag[board.language]}>{step.title}</span>
          </Link>
        </h2>
        <StepMenu step={step} onAsk={onAsk} />
      </div>
      <div className={css.meta}>
        <StepChips step={step} onAsk={onAsk} />
        <StepComments stepId={step.id} number={number} />
        <span className={css.people}>
          <StepPeople stepId={step.id} />
        </span>
      </div>
      <Progress step={step} />
    </header>
  )
}
