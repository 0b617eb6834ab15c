import { useWholeBoard } from '../hooks/useBoard.ts'
import type { StepId } from '../../shared/ids.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AddIcon } from '../ui/icons.ts'
import { SaveIcon } from '../ui/later-icons.ts'
import type { Editing } from './EditDialog.tsx'
import { Outcome } from './Outcome.tsx'
import { PartList } from './PartList.tsx'
import { useChange } from './useChange.ts'

interface Props {
  readonly onOpen: (step: StepId) => void
  readonly onEdit: (editing: Editing) => void
  readonly onSave: () => void
  readonly onClose: () => void
}

/** The steps of the plan, in order, with those that are hidden. */
export const ProcessDialog = ({ onOpen, onEdit, onSave, onClose }: Props) => {
  const t = useText()
  const { board } = useWholeBoard()
  const [state, change] = useChange()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('structure.processTitle')}
      lead={t('structure.processLead')}
      closeLabel={t('common.close')}
      foot={
        <>
          <Outcome state={state} />
          <Button size="lg" icon={SaveIcon} onPress={onSave}>
            {t('structure.saveAs')}
          </Button>
          <Button size="lg" kind="primary" onPress={onClose}>
            {t('structure.done')}
          </Button>
        </>
      }
    >
      <PartList
        type="step"
        stepId={null}
        label={t('structure.steps')}
        parts={board.steps}
        change={change}
        onEdit={onEdit}
        onOpen={onOpen}
        onClose={onClose}
      />
      <div>
        <Button icon={AddIcon} onPress={() => onEdit({ is: 'add', type: 'step', stepId: null })}>
          {t('structure.addStep')}
        </Button>
      </div>
    </Dialog>
  )
}
