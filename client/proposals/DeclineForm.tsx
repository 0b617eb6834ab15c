import { useState } from 'react'
import { useCommand } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Proposal } from '../live/api.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import css from './proposals.module.css'

interface Props {
  readonly proposal: Proposal
  readonly onClose: () => void
}

/** Saying no takes a reason, which the author can read. */
export const DeclineForm = ({ proposal, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const isMissing = reason.trim() === ''
  const submit = async () => {
    setTried(true)
    if (isMissing) toProblem()
    if (isMissing || state.is === 'sending') return
    const outcome = await run({ type: 'proposal.decline', proposalId: proposal.id, reason: reason.trim() })
    if (outcome.is === 'done') onClose()
  }
  return (
    <form
      className="stack"
      noValidate
      onKeyDown={(event) => {
        // Only the form: the dialog it stands in stays open.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        label={t('proposals.declineReason')}
        hint={t('proposals.declineLead', { name: names.person(proposal.author) })}
        required
        autoFocus
        maxLength={2000}
        value={reason}
        onChange={setReason}
        error={
          state.is === 'refused' || state.is === 'failed'
            ? state.message
            : isTried && isMissing
              ? t('proposals.declineNeeded')
              : undefined
        }
      />
      <div className={css.actions}>
        <Button type="submit" isDisabled={state.is === 'sending'}>
          {t(state.is === 'sending' ? 'agree.sending' : 'proposals.declineSubmit')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
