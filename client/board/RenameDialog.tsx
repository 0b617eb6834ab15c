import { useState } from 'react'
import { deny } from '../../shared/board/access.ts'
import { languageTag } from '../../shared/locale.ts'
import { SendFoot } from '../agree/SendFoot.tsx'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { EditIcon } from '../ui/icons.ts'
import { TextField } from '../ui/TextField.tsx'

export const RenameDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { board, me } = useBoard()
  const [title, setTitle] = useState(board.title)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const mayNot = deny(me, 'plan.change') !== null
  const isMissing = title.trim() === ''
  const submit = async () => {
    if (isMissing) toProblem()
    if (isMissing || mayNot || state.is === 'sending') return
    const outcome = await run({ type: 'plan.rename', title: title.trim() })
    if (outcome.is === 'done') onClose()
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('board.renameTitle')}
      onSubmit={() => void submit()}
      foot={
        <SendFoot
          state={state}
          problem={mayNot ? t('agree.mayNot') : null}
          icon={EditIcon}
          send={t('board.renameSave')}
          onClose={onClose}
        />
      }
    >
      <TextField
        label={t('board.renameLabel')}
        required
        autoFocus
        maxLength={200}
        lang={languageTag[board.language]}
        value={title}
        onChange={setTitle}
        error={isMissing ? t('board.renameNeeded') : undefined}
      />
    </Dialog>
  )
}
