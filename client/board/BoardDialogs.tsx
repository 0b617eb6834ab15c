import { stepOf } from '../../shared/board/model.ts'
import { AgreeDialog } from '../agree/AgreeDialog.tsx'
import { PauseDialog } from '../agree/PauseDialog.tsx'
import { ReopenDialog } from '../agree/ReopenDialog.tsx'
import { ReviewDialog } from '../agree/ReviewDialog.tsx'
import { useBoard } from '../hooks/useBoard.ts'
import { InviteDialog } from '../people/InviteDialog.tsx'
import { ReturnLinkDialog } from '../people/ReturnLinkDialog.tsx'
import { ProposalsDialog } from '../proposals/ProposalsDialog.tsx'
import type { StepAsk } from '../step/ask.ts'
import { VersionDialog } from '../step/VersionDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'

/** A dialog that somebody asked for, about one step or about the plan. */
export type PlanAsk =
  StepAsk | { readonly is: 'allProposals' | 'pauseAll' | 'invite' | 'rename' | 'returnLink' | 'signOut' }

export type OnPlanAsk = (ask: PlanAsk) => void

interface Props {
  readonly ask: PlanAsk
  readonly onAsk: OnPlanAsk
  readonly onClose: () => void
}

/** The one dialog that is open. */
export const BoardDialogs = ({ ask, onAsk, onClose }: Props) => {
  const { board } = useBoard()
  const step = 'stepId' in ask ? stepOf(board, ask.stepId) : undefined
  switch (ask.is) {
    case 'agree':
      return step && <AgreeDialog step={step} onClose={onClose} />
    case 'review':
      return step && <ReviewDialog step={step} onClose={onClose} />
    case 'reopen':
      return step && <ReopenDialog step={step} onClose={onClose} />
    case 'pause':
      return step && <PauseDialog step={step} onClose={onClose} />
    case 'version':
      return step && <VersionDialog step={step} onClose={onClose} />
    case 'proposals':
      return step && <ProposalsDialog step={step} onClose={onClose} />
    case 'allProposals':
      return <ProposalsDialog step={null} onClose={onClose} />
    case 'pauseAll':
      return <PauseDialog step={null} onClose={onClose} />
    case 'invite':
      return <InviteDialog isOpen onClose={onClose} />
    case 'rename':
      return <RenameDialog onClose={onClose} />
    case 'returnLink':
      return <ReturnLinkDialog isOpen onClose={onClose} />
    case 'signOut':
      return <SignOutDialog onReturnLink={() => onAsk({ is: 'returnLink' })} onClose={onClose} />
  }
}
