import { useState } from 'react'
import { stepOf } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { useWholeBoard } from '../hooks/useBoard.ts'
import type { Editing } from './EditDialog.tsx'
import { EditDialog } from './EditDialog.tsx'
import { ProcessDialog } from './ProcessDialog.tsx'
import { SaveDialog } from './SaveDialog.tsx'
import { StepDialog } from './StepDialog.tsx'

interface Props {
  /** Null: the steps themselves. */
  readonly stepId: StepId | null
  readonly onClose: () => void
}

/** Where whoever leads the plan changes the process: its steps, or one step's texts and questions. */
export const StructureDialog = ({ stepId, onClose }: Props) => {
  const { board } = useWholeBoard()
  const [opened, open] = useState<StepId | null>(null)
  const [editing, edit] = useState<Editing | null>(null)
  const [isSaving, save] = useState(false)
  const first = stepId === null ? undefined : stepOf(board, stepId)
  const step = opened === null ? undefined : stepOf(board, opened)
  return (
    <>
      {stepId === null ? (
        <ProcessDialog onOpen={open} onEdit={edit} onSave={() => save(true)} onClose={onClose} />
      ) : (
        first && <StepDialog step={first} onEdit={edit} onClose={onClose} />
      )}
      {step && <StepDialog step={step} onEdit={edit} onClose={() => open(null)} />}
      {editing && <EditDialog editing={editing} onClose={() => edit(null)} />}
      {isSaving && <SaveDialog onClose={() => save(false)} />}
    </>
  )
}
