import { useState } from 'react'
import type { Invite } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { cameBy } from './link.ts'
import { useLinkWords } from './LinkFacts.tsx'
import { SureFoot } from './SureFoot.tsx'

interface Props {
  readonly invite: Invite
  readonly onClose: () => void
}

/** Asks before a link is withdrawn, and what is to become of those who came by it. */
export const RevokeDialog = ({ invite, onClose }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const [state, run] = useCommand()
  const [members, setMembers] = useState<'lose' | 'keep'>('lose')
  const wordsOf = useLinkWords()
  const count = cameBy(board, invite).length
  const loses = count > 0 && members === 'lose'

  const revoke = async () => {
    if (state.is === 'sending') return
    const outcome = await run({
      type: 'invite.revoke',
      inviteId: invite.id,
      ...(members === 'keep' && { keepMembers: true }),
    })
    if (outcome.is === 'done') onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      size="sm"
      title={t('people.revokeTitle')}
      lead={t('people.revokeLead', { role: wordsOf(invite), date: new Date(invite.createdAt) })}
      closeLabel={t('common.close')}
      onSubmit={() => void revoke()}
      foot={
        <SureFoot
          state={state}
          onClose={onClose}
          action={loses ? t('people.revokeDoLose', { count }) : t('people.revokeDo')}
        />
      }
    >
      {count > 0 && (
        <RadioGroup
          label={t('people.revokeWho', { count })}
          value={members}
          onChange={setMembers}
          choices={[
            { value: 'lose', label: t('people.revokeLose'), description: t('people.revokeLoseText') },
            { value: 'keep', label: t('people.revokeKeep'), description: t('people.revokeKeepText') },
          ]}
        />
      )}
    </Dialog>
  )
}
