import { memo } from 'react'
import type { Question as Asked } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { languageTag } from '../../shared/locale.ts'
import { answerRoot } from '../../shared/step/doc.ts'
import type { QuestionState } from '../../shared/step/read.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { questionKey } from '../marks/finding-keys.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { findingMark, forecastHint } from '../marks/findings.ts'
import type { RoomDocument } from '../live/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { DraftedIcon, NotRelevantIcon, QuestionAgreedIcon, UnansweredIcon } from '../ui/icons.ts'
import { HeadingLink } from './HeadingLink.tsx'
import css from './question.module.css'
import { OriginalWords } from './OriginalWords.tsx'
import { QuestionMeta } from './QuestionMeta.tsx'
import { StepText } from './StepText.tsx'

interface Props {
  readonly stepId: StepId
  readonly question: Asked
  readonly state: QuestionState
  /** Nothing has been answered yet. */
  readonly isBlank: boolean
  readonly room: RoomDocument
  readonly readOnly: string | null
  readonly wide: boolean
}

const icons = {
  unanswered: UnansweredIcon,
  drafted: DraftedIcon,
  agreed: QuestionAgreedIcon,
  notRelevant: NotRelevantIcon,
}

/** A guiding question with its answer, what the group says of it, and who looks after it. */
export const Question = memo(function Question({
  stepId,
  question,
  state,
  isBlank,
  room,
  readOnly,
  wide,
}: Props) {
  const t = useText()
  const { board } = useBoard()
  const lang = languageTag[board.language]
  const Heading = wide ? 'h3' : 'h4'
  return (
    <li className={`${css.question} ${css[state.status] ?? ''}`} id={question.id}>
      <Icon of={icons[state.status]} className={css.icon} />
      <div className={css.asked}>
        <Heading className={css.words} lang={lang}>
          {question.text}
        </Heading>
        <HeadingLink id={question.id} title={question.text} />
        {!room.isPrivate && (
          <findingMark.Part keys={[questionKey(stepId, question.id)]} title={question.text} from="warning" />
        )}
        {!room.isPrivate && (
          <CommentMark
            subject={{ type: 'question', stepId, id: question.id }}
            title={question.text}
            isQuiet
          />
        )}
      </div>
      {!room.isPrivate && <forecastHint.Part questionId={question.id} />}
      {question.original && <OriginalWords original={question.original} />}
      <StepText
        stepId={stepId}
        document={room}
        root={answerRoot(question.id)}
        label={t('step.answer', { question: question.text })}
        prompt={state.status === 'notRelevant' ? '' : t('step.answerPrompt')}
        readOnly={readOnly}
        lang={lang}
      />
      <QuestionMeta question={question} state={state} isBlank={isBlank} room={room} readOnly={readOnly} />
    </li>
  )
})
