import { useText } from '../hooks/useText.ts'
import type { Fork } from '../live/fork.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RemoveIcon } from '../ui/icons.ts'
import { Words } from './Words.tsx'

interface Props {
  readonly forks: readonly Fork[]
  /** Whether the person leaves the plan, or only puts the proposal away. */
  readonly isLeaving?: boolean
  readonly onLose: () => void
  readonly onClose: () => void
}

/** Words that were never sent are nowhere else: whoever throws them away is asked first. */
export const LoseProposalDialog = ({ forks, isLeaving = false, onLose, onClose }: Props) => {
  const t = useText()
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t(isLeaving ? 'proposals.leaveTitle' : 'proposals.discardTitle')}
      lead={t('proposals.discardLead')}
      foot={
        <>
          <Button size="lg" autoFocus onPress={onClose}>
            {t('proposals.keepWriting')}
          </Button>
          <Button kind="danger" size="lg" icon={RemoveIcon} onPress={onLose}>
            {t(isLeaving ? 'proposals.leaveSure' : 'proposals.discardSure')}
          </Button>
        </>
      }
    >
      {forks.map((fork) => (
        <Words key={fork.step.id} changes={fork.changes()} step={fork.step} />
      ))}
    </Dialog>
  )
}
