import { memo, useRef } from 'react'
import type { Step } from '../../shared/board/model.ts'
import { ProposeButton } from './ProposeButton.tsx'
import { Agreement } from './Agreement.tsx'
import type { OnAsk } from './ask.ts'
import { ChangedGround } from './ChangedGround.tsx'
import css from './column.module.css'
import section from './section.module.css'
import { stateOf } from './state.ts'
import states from './states.module.css'
import { StepBody } from './StepBody.tsx'
import { StepHead } from './StepHead.tsx'
import { StepNotes } from './StepNotes.tsx'
import { StepReview } from './StepReview.tsx'
import { useNear } from '../hooks/useNear.ts'

interface Props {
  readonly step: Step
  /** On a narrow screen only one column is shown. */
  readonly isShown: boolean
  readonly onAsk: OnAsk
}

/** One step on the board. Its texts are mounted when it comes near, and then stay. */
export const StepColumn = memo(function StepColumn({ step, isShown, onAsk }: Props) {
  const column = useRef<HTMLElement>(null)
  const isNear = useNear(column, 2)
  const titleId = `${step.id}-title`
  return (
    <section
      ref={column}
      id={step.id}
      className={`${css.column} ${states[stateOf(step).look]}`}
      aria-labelledby={titleId}
      data-step={step.id}
      data-shown={isShown}
    >
      <StepHead step={step} titleId={titleId} onAsk={onAsk} />
      <div className={css.scroll}>
        <div className={css.body}>
          <Agreement step={step} onAsk={onAsk} />
          <ChangedGround step={step} />
          <p className={css.review}>
            <StepReview state={step.state} />
          </p>
          <StepNotes step={step} />
          <div className={css.review}>{step.state.is !== 'agreed' && <ProposeButton step={step} />}</div>
          {isNear ? <StepBody step={step} wide={false} /> : <div className={section.placeholder} />}
        </div>
      </div>
    </section>
  )
})
