import { lazy, useState } from 'react'
import { useLocation } from 'wouter'
import { stepOf } from '../../shared/board/model.ts'
import { AgreeAgain } from '../agree/AgreeAgain.tsx'
import { AgreeDialog } from '../agree/AgreeDialog.tsx'
import { PauseDialog } from '../agree/PauseDialog.tsx'
import { ReopenDialog } from '../agree/ReopenDialog.tsx'
import { ReviewDialog } from '../agree/ReviewDialog.tsx'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import type { Fork } from '../live/fork.ts'
import { AgreedItems } from '../document/AgreedItems.tsx'
import { ReturnLinkDialog } from '../people/ReturnLinkDialog.tsx'
import { LoseProposalDialog } from '../proposals/LoseProposalDialog.tsx'
import { ProposalsDialog } from '../proposals/ProposalsDialog.tsx'
import { SendProposalDialog } from '../proposals/SendProposalDialog.tsx'
import type { StepAsk } from '../step/ask.ts'
import { VersionDialog } from '../step/VersionDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'

/** Few ever change the process: only they fetch what it takes. */
const StructureDialog = lazy(async () => ({
  default: (await import('../structure/StructureDialog.tsx')).StructureDialog,
}))

const SettingsDialog = lazy(async () => ({
  default: (await import('../settings/SettingsDialog.tsx')).SettingsDialog,
}))

const InviteDialog = lazy(async () => ({
  default: (await import('../people/InviteDialog.tsx')).InviteDialog,
}))

const SearchDialog = lazy(async () => ({
  default: (await import('../search/SearchDialog.tsx')).SearchDialog,
}))

/** A dialog that somebody asked for, about one step or about the plan. */
export type PlanAsk =
  | StepAsk
  | {
      readonly is:
        | 'allProposals'
        | 'pauseAll'
        | 'invite'
        | 'rename'
        | 'settings'
        | 'process'
        | 'returnLink'
        | 'search'
        | 'signOut'
    }
  | { readonly is: 'leave'; readonly to: string }

export type OnPlanAsk = (ask: PlanAsk) => void

interface Props {
  readonly ask: PlanAsk
  readonly onAsk: OnPlanAsk
  readonly onClose: () => void
}

/** The one dialog that is open. */
export const BoardDialogs = ({ ask, onAsk, onClose }: Props) => {
  const { board } = useBoard()
  const session = useBoardSession()
  const [, go] = useLocation()
  // As it was when it was asked for: what is sent ends while its dialog still stands.
  const [forks] = useState(() => session.forks.get())
  const fork = 'stepId' in ask ? forks.find((one) => one.step.id === ask.stepId) : undefined
  const lose = (lost: readonly Fork[]) => {
    for (const one of lost) session.endProposal(one.step.id)
    onClose()
  }
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
      return step && <VersionDialog step={step} onClose={onClose} Items={AgreedItems} />
    case 'proposals':
      return step && <ProposalsDialog step={step} again={AgreeAgain} onClose={onClose} />
    case 'structure':
      return step && <StructureDialog stepId={step.id} onClose={onClose} />
    case 'process':
      return <StructureDialog stepId={null} onClose={onClose} />
    case 'sendProposal':
      return fork && <SendProposalDialog fork={fork} onClose={onClose} />
    case 'discardProposal':
      return fork && <LoseProposalDialog forks={[fork]} onLose={() => lose([fork])} onClose={onClose} />
    case 'leave': {
      const leave = () => {
        lose(forks)
        go(ask.to)
      }
      return <LoseProposalDialog forks={forks} isLeaving onLose={leave} onClose={onClose} />
    }
    case 'allProposals':
      return <ProposalsDialog step={null} again={AgreeAgain} onClose={onClose} />
    case 'pauseAll':
      return <PauseDialog step={null} onClose={onClose} />
    case 'invite':
      return <InviteDialog isOpen onClose={onClose} />
    case 'search':
      return <SearchDialog onSettings={() => onAsk({ is: 'settings' })} onClose={onClose} />
    case 'rename':
      return <RenameDialog onClose={onClose} />
    case 'settings':
      return <SettingsDialog onClose={onClose} />
    case 'returnLink':
      return <ReturnLinkDialog isOpen onClose={onClose} />
    case 'signOut':
      return <SignOutDialog onReturnLink={() => onAsk({ is: 'returnLink' })} onClose={onClose} />
  }
}
