import { useState } from 'react'
import { newId, ProposalId } from '../../shared/ids.ts'
import type { CommandState } from '../hooks/useCommand.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Fork } from '../live/fork.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ErrorIcon, ProposalIcon } from '../ui/icons.ts'
import { TextArea } from '../ui/TextArea.tsx'
import css from './proposals.module.css'
import { Words } from './Words.tsx'

interface Props {
  readonly fork: Fork
  readonly onClose: () => void
}

/** What will be sent, in clear, and why. The copy is thrown away only when the server has the proposal. */
export const SendProposalDialog = ({ fork, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const session = useBoardSession()
  // Written once: what is shown is what is sent, and the same words sent again are the same proposal.
  const [{ proposalId, changes }] = useState(() => ({
    proposalId: newId(ProposalId),
    changes: fork.changes(),
  }))
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const [state, run] = useCommand()
  const { id, generation } = fork.step
  const submit = async () => {
    if (state.is === 'sending') return
    const outcome = await run({
      type: 'proposal.submit',
      proposalId,
      stepId: id,
      generation,
      changes,
      reason: reason.trim(),
    })
    const isThere = outcome.is === 'done' || (outcome.is === 'refused' && outcome.code === 'alreadyUsed')
    if (!isThere) return
    setSent(true)
    // Somebody who closed the dialog meanwhile may have written on.
    if (JSON.stringify(fork.changes()) === JSON.stringify(changes)) session.endProposal(id)
  }
  if (isSent) return <Sent number={names.number(id)} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('proposals.sendTitle', { number: names.number(id) })}
      lead={t('proposals.sendLead', { names: names.facilitators })}
      onSubmit={() => void submit()}
      foot={<SendFoot state={state} onClose={onClose} />}
    >
      <TextArea
        label={t('proposals.sendReason')}
        hint={t('proposals.sendReasonHint')}
        note={t('common.optional')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <Words changes={changes} step={fork.step} />
    </Dialog>
  )
}

interface FootProps {
  readonly state: CommandState
  readonly onClose: () => void
}

const SendFoot = ({ state, onClose }: FootProps) => {
  const t = useText()
  return (
    <>
      <p className={`grow ${css.missing}`} role="alert">
        {(state.is === 'refused' || state.is === 'failed') && (
          <>
            <Icon of={ErrorIcon} />
            <span>{state.message}</span>
          </>
        )}
      </p>
      <Button size="lg" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button kind="primary" size="lg" icon={ProposalIcon} type="submit" isDisabled={state.is === 'sending'}>
        {t(state.is === 'sending' ? 'agree.sending' : 'proposals.sendSubmit')}
      </Button>
    </>
  )
}

const Sent = ({ number, onClose }: { readonly number: number; readonly onClose: () => void }) => {
  const t = useText()
  const names = useNames()
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('proposals.sentTitle')}
      foot={
        <Button kind="primary" size="lg" autoFocus onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{t('proposals.sentText', { number, names: names.facilitators })}</p>
    </Dialog>
  )
}
