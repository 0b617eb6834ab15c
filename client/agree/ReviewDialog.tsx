import { useState } from 'react'
import { deny } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { dayOf } from '../hooks/day.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useNames } from '../hooks/useNames.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ReviewIcon } from '../ui/icons.ts'
import { TextField } from '../ui/TextField.tsx'
import { SendFoot } from './SendFoot.tsx'

interface Props {
  readonly step: Step
  readonly onClose: () => void
}

/** Sending a step for review, or changing who reads it and until when. */
export const ReviewDialog = ({ step, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const { me } = useBoard()
  const today = dayOf(useNow())
  const before = step.state.is === 'inReview' ? step.state : undefined
  const [who, setWho] = useState(before?.who ?? '')
  const [until, setUntil] = useState(before?.until ?? '')
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const mayNot = deny(me, 'step.review', step) !== null
  const isPast = until !== '' && until < today
  const submit = async () => {
    if (isPast) toProblem()
    if (isPast || mayNot || state.is === 'sending') return
    const readers = who.trim()
    const outcome = await run({
      type: 'step.review',
      stepId: step.id,
      ...(readers && { who: readers }),
      ...(until && { until }),
    })
    if (outcome.is === 'done') onClose()
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('agree.reviewTitle', { number: names.number(step.id), step: step.title })}
      lead={t('agree.reviewLead')}
      onSubmit={() => void submit()}
      foot={
        <SendFoot
          state={state}
          problem={mayNot ? t('agree.already') : null}
          icon={ReviewIcon}
          send={t(before ? 'agree.reviewChange' : 'agree.reviewSubmit')}
          onClose={onClose}
        />
      }
    >
      <TextField
        label={t('agree.reviewWho')}
        hint={t('agree.reviewWhoHint')}
        note={t('common.optional')}
        autoFocus
        maxLength={500}
        value={who}
        onChange={setWho}
      />
      <TextField
        label={t('agree.reviewUntil')}
        note={t('common.optional')}
        type="date"
        min={today}
        value={until}
        onChange={setUntil}
        error={isPast ? t('agree.reviewPast') : undefined}
      />
    </Dialog>
  )
}
