import { useState } from 'react'
import { SendFoot } from '../agree/SendFoot.tsx'
import { useApi } from '../hooks/useApi.ts'
import { useBoard } from '../hooks/useBoard.ts'
import type { CommandState } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { SaveIcon } from '../ui/later-icons.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Saves the process as people see it now, for other plans to begin with. */
export const SaveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const api = useApi()
  const { board } = useBoard()
  const [title, setTitle] = useState(board.title)
  const [description, setDescription] = useState('')
  const [state, setState] = useState<Exclude<CommandState, { is: 'done' }>>({ is: 'idle' })
  const [saved, setSaved] = useState<string | null>(null)
  const toProblem = useFirstProblem()
  const isMissing = title.trim() === ''
  const submit = async () => {
    if (isMissing) toProblem()
    if (isMissing || state.is === 'sending') return
    setState({ is: 'sending' })
    const answer = await api.saveProcess(board.id, { title: title.trim(), description: description.trim() })
    setState(answer.is === 'ok' ? { is: 'idle' } : answer)
    if (answer.is === 'ok') setSaved(title.trim())
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      title={t('structure.saveTitle')}
      lead={t('structure.saveLead')}
      closeLabel={t('common.close')}
      onSubmit={() => void (saved === null ? submit() : onClose())}
      foot={
        saved === null ? (
          <SendFoot
            state={state}
            problem={null}
            icon={SaveIcon}
            send={t('structure.saveDo')}
            onClose={onClose}
          />
        ) : (
          <Button size="lg" kind="primary" autoFocus onPress={onClose}>
            {t('structure.done')}
          </Button>
        )
      }
    >
      {saved === null ? (
        <>
          <TextField
            label={t('structure.saveName')}
            required
            autoFocus
            maxLength={200}
            value={title}
            onChange={setTitle}
            error={isMissing ? t('structure.needed') : undefined}
          />
          <TextArea
            label={t('structure.saveDescription')}
            rows={2}
            maxLength={2000}
            value={description}
            onChange={setDescription}
          />
        </>
      ) : (
        <Banner kind="agreed" icon={DoneIcon} role="status">
          {t('structure.saved', { name: saved })}
        </Banner>
      )}
    </Dialog>
  )
}
