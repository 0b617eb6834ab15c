import { memo } from 'react'
import type { Question } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { languageTag } from '../../shared/locale.ts'
import { answerRoot } from '../../shared/step/doc.ts'
import type { QuestionState } from '../../shared/step/read.ts'
import { isEmpty } from '../../shared/step/read.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import type { RoomDocument } from '../live/session.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { HeadingLink } from '../step/HeadingLink.tsx'
import { OriginalWords } from '../step/OriginalWords.tsx'
import { QuestionMeta } from '../step/QuestionMeta.tsx'
import css from './document.module.css'
import { DocumentText } from './DocumentText.tsx'

interface Props {
  readonly stepId: StepId
  readonly question: Question
  readonly text: ProseDoc | undefined
  readonly state: QuestionState
  readonly room: RoomDocument
  readonly readOnly: string | null
}

/** A question with its answer. Whoever may write also chooses what is said of it. */
export const DocumentQuestion = memo(function DocumentQuestion(props: Props) {
  const { stepId, question, text, state, room, readOnly } = props
  const t = useText()
  const { board } = useBoard()
  const lang = languageTag[board.language]
  const isBlank = isEmpty(text)
  return (
    <li id={question.id}>
      <div className={css.heading}>
        <h4 lang={lang}>{question.text}</h4>
        <HeadingLink id={question.id} title={question.text} />
        <CommentMark subject={{ type: 'question', stepId, id: question.id }} title={question.text} />
      </div>
      {question.original && <OriginalWords original={question.original} />}
      <DocumentText
        stepId={stepId}
        room={room}
        root={answerRoot(question.id)}
        label={t('step.answer', { question: question.text })}
        prompt={state.status === 'notRelevant' ? '' : t('step.answerPrompt')}
        readOnly={readOnly}
        lang={lang}
        text={text}
        under={4}
      />
      <div className={css.screen}>
        <QuestionMeta question={question} state={state} isBlank={isBlank} room={room} readOnly={readOnly} />
      </div>
      <Outcome state={state} isBlank={isBlank} />
    </li>
  )
})

/** On paper: why there is no answer. */
const Outcome = ({ state, isBlank }: { readonly state: QuestionState; readonly isBlank: boolean }) => {
  const t = useText()
  const words =
    state.status === 'notRelevant'
      ? state.reason
        ? t('board.documentNotRelevant', { reason: state.reason })
        : t('step.notRelevant')
      : isBlank
        ? t('board.documentUnanswered')
        : ''
  return words === '' ? null : <p className={`${css.note} ${css.printed}`}>{words}</p>
}
