import { useState } from 'react'
import { deny } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { restingOn } from '../../shared/board/steps.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ReopenedIcon } from '../ui/icons.ts'
import { TextArea } from '../ui/TextArea.tsx'
import css from './agree.module.css'
import { SendFoot } from './SendFoot.tsx'

interface Props {
  readonly step: Step
  readonly onClose: () => void
}

/** Opening an agreed step again, with the reason that everyone will read. */
export const ReopenDialog = ({ step, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const resting = restingOn(board, step.id)
  const mayNot = deny(me, 'step.reopen', step) !== null
  const isMissing = reason.trim() === ''
  const submit = async () => {
    setTried(true)
    if (isMissing) toProblem()
    if (isMissing || mayNot || state.is === 'sending') return
    const outcome = await run({ type: 'step.reopen', stepId: step.id, reason: reason.trim() })
    if (outcome.is === 'done') onClose()
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('agree.reopenTitle', { number: names.number(step.id), step: step.title })}
      lead={t('agree.reopenLead', { version: step.versions })}
      onSubmit={() => void submit()}
      foot={
        <SendFoot
          state={state}
          problem={mayNot ? t('agree.alreadyOpen') : null}
          icon={ReopenedIcon}
          send={t('agree.reopenSubmit')}
          onClose={onClose}
        />
      }
    >
      <TextArea
        label={t('agree.reopenReason')}
        hint={t('agree.reopenReasonHint')}
        required
        autoFocus
        maxLength={2000}
        value={reason}
        onChange={setReason}
        error={isTried && isMissing ? t('agree.reopenNeeded') : undefined}
      />
      {resting.size > 0 && (
        <p className={css.muted}>{t('agree.reopenRests', { steps: names.numbers(resting) })}</p>
      )}
    </Dialog>
  )
}
