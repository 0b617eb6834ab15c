import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Question } from '../../shared/board/model.ts'
import { hasAccess, memberOf } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import type { MessageKey } from '../../shared/messages/format.ts'
import type { QuestionChange } from '../../shared/step/questions.ts'
import { changeQuestion } from '../../shared/step/questions.ts'
import type { QuestionState } from '../../shared/step/read.ts'
import { nameAmong } from '../hooks/namesakes.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import type { RoomDocument } from '../live/session.ts'
import { LOCAL } from '../live/undo.ts'
import { Icon } from '../ui/Icon.tsx'
import { EditIcon, OwnerIcon } from '../ui/icons.ts'
import { Choice } from './Choice.tsx'
import { NotRelevantDialog } from './NotRelevantDialog.tsx'
import css from './question.module.css'

interface Props {
  readonly question: Question
  readonly state: QuestionState
  readonly isBlank: boolean
  readonly room: RoomDocument
  readonly readOnly: string | null
}

const words: Readonly<Record<QuestionState['status'], MessageKey>> = {
  unanswered: 'step.unanswered',
  drafted: 'step.drafted',
  agreed: 'step.questionAgreed',
  notRelevant: 'step.notRelevant',
}

/** Status, reason and owner under a question: to choose for whoever may write, to read for everybody else. */
export const QuestionMeta = ({ question, state, isBlank, room, readOnly }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const [isAsking, ask] = useState(false)
  const change = (what: QuestionChange) => {
    room.undo.stopCapturing()
    changeQuestion(room.doc, question.id, what, LOCAL)
  }
  const mayChange = readOnly === null
  const isAside = state.status === 'notRelevant'
  const status = t(words[state.status])
  return (
    <div className={css.meta}>
      {mayChange ? (
        <Choice
          text={status}
          title={t('step.questionStatus')}
          label={t('step.questionMenu', { status, question: question.text })}
          chosen={state.status}
          choices={(['agreed', isBlank ? 'unanswered' : 'drafted', 'notRelevant'] as const).map((id) => ({
            id,
            text: t(id === 'notRelevant' ? 'step.setNotRelevant' : words[id]),
          }))}
          onChoose={(id) => {
            if (id === 'notRelevant') ask(true)
            else change({ status: id === 'agreed' ? 'agreed' : null, reason: null })
          }}
        />
      ) : (
        <span>{status}</span>
      )}
      {isAside && state.reason !== undefined && (
        <span className={css.reason}>{t('step.because', { reason: state.reason })}</span>
      )}
      {isAside && mayChange && (
        <Button
          className={css.choose ?? ''}
          aria-label={t('step.reasonChange', { question: question.text })}
          onPress={() => ask(true)}
        >
          <Icon of={EditIcon} size="sm" />
        </Button>
      )}
      <Owner question={question} state={state} mayChange={mayChange} onChange={change} />
      {isAsking && (
        <NotRelevantDialog
          question={question.text}
          reason={state.reason ?? ''}
          lang={languageTag[board.language]}
          onClose={() => ask(false)}
          onSave={(reason) => change({ status: 'notRelevant', reason })}
        />
      )}
    </div>
  )
}

/** Nobody in particular; a member's id is longer. */
const nobody = 'nobody'

interface OwnerProps extends Pick<Props, 'question' | 'state'> {
  readonly mayChange: boolean
  readonly onChange: (change: QuestionChange) => void
}

const Owner = ({ question, state: { owner, status }, mayChange, onChange }: OwnerProps) => {
  const t = useText()
  const { board } = useBoard()
  // An owner may also be a person who is named but has no access here.
  const name = owner === undefined ? undefined : (memberOf(board, owner)?.name ?? owner)
  const people = board.members.filter(hasAccess)
  const isOpen = status === 'unanswered' || status === 'drafted'
  const text = name === undefined ? undefined : isOpen ? t('step.owner', { name }) : name
  if (!mayChange) return text === undefined ? null : <span>{text}</span>
  return (
    <Choice
      text={text ?? OwnerIcon}
      title={t('step.questionOwner')}
      label={t('step.ownerMenu', { owner: text ?? t('step.ownerNone'), question: question.text })}
      chosen={owner ?? nobody}
      choices={[
        { id: nobody, text: t('step.ownerUnset') },
        ...people.map((member) => ({ id: member.id, text: nameAmong(member, people, t) })),
      ]}
      onChoose={(id) => onChange({ owner: id === nobody ? null : id })}
    />
  )
}
