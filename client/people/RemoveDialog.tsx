import type { Member } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SureFoot } from './SureFoot.tsx'

interface Props {
  readonly member: Member
  readonly onClose: () => void
}

/** Asks before a person is removed. */
export const RemoveDialog = ({ member, onClose }: Props) => {
  const t = useText()
  const { me } = useBoard()
  const [state, run] = useCommand()
  const remove = async () => {
    if (state.is === 'sending') return
    const outcome = await run({ type: 'member.remove', memberId: member.id })
    if (outcome.is === 'done') onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      size="sm"
      title={t('people.removeTitle', { name: member.name })}
      closeLabel={t('common.close')}
      onSubmit={() => void remove()}
      foot={<SureFoot state={state} onClose={onClose} action={t('people.removeDo')} />}
    >
      <p>{member.id === me.id ? t('people.removeLeadYou') : t('people.removeLead', { name: member.name })}</p>
    </Dialog>
  )
}
