import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { isEmpty, progressOf } from '../../shared/step/read.ts'
import { useText } from '../hooks/useText.ts'
import type { RoomDocument } from '../live/session.ts'
import { HeadingLink } from './HeadingLink.tsx'
import { Question } from './Question.tsx'
import css from './question.module.css'
import section from './section.module.css'
import { useContent } from './useContent.ts'

interface Props {
  readonly step: Step
  readonly room: RoomDocument
  readonly readOnly: string | null
  readonly wide: boolean
}

const unanswered = { status: 'unanswered' } as const

/** The guiding questions of a step; which of them are dealt with is counted in the heading. */
export const Questions = ({ step, room, readOnly, wide }: Props) => {
  const t = useText()
  const content = useContent(room, step)
  const progress = progressOf(content, step)
  const Heading = wide ? 'h2' : 'h3'
  const id = `${step.id}-questions`
  return (
    <section id={id} className={section.section}>
      <div className={section.head}>
        <div className={section.name}>
          <Heading>{t('step.questions')}</Heading>
          {'\u00a0'}
          {room.state.is !== 'syncing' && (
            <span className={section.count}>
              {t('step.questionsCount', { done: progress.total - progress.unanswered, all: progress.total })}
            </span>
          )}{' '}
          <HeadingLink id={id} title={t('step.questions')} />
        </div>
      </div>
      <ol role="list" className={wide ? `${css.list} ${css.wide}` : css.list}>
        {visible(step.questions).map((question) => (
          <Question
            key={question.id}
            stepId={step.id}
            question={question}
            state={content.questions[question.id] ?? unanswered}
            isBlank={isEmpty(content.answers[question.id])}
            room={room}
            readOnly={readOnly}
            wide={wide}
          />
        ))}
      </ol>
    </section>
  )
}
