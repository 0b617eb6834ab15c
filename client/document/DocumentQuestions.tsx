import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import type { StepTexts } from '../../shared/step/read.ts'
import { useText } from '../hooks/useText.ts'
import type { RoomDocument } from '../live/session.ts'
import { HeadingLink } from '../step/HeadingLink.tsx'
import css from './document.module.css'
import { DocumentQuestion } from './DocumentQuestion.tsx'

interface Props {
  readonly step: Step
  readonly content: StepTexts
  readonly room: RoomDocument
  readonly readOnly: string | null
}

const unanswered = { status: 'unanswered' } as const

/** The questions of a step with their answers. */
export const DocumentQuestions = ({ step, content, room, readOnly }: Props) => {
  const t = useText()
  const id = `${step.id}-questions`
  const title = t('board.documentQuestions')
  return (
    <section id={id} className={css.part}>
      <div className={css.heading}>
        <h3>{title}</h3>
        <HeadingLink id={id} title={title} />
      </div>
      <ol role="list" className={css.questions}>
        {visible(step.questions).map((question) => (
          <DocumentQuestion
            key={question.id}
            stepId={step.id}
            question={question}
            text={content.answers[question.id]}
            state={content.questions[question.id] ?? unanswered}
            room={room}
            readOnly={readOnly}
          />
        ))}
      </ol>
    </section>
  )
}
