import { useLocation } from 'wouter'
import type { Step } from '../../shared/board/model.ts'
import { stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import { proposeMark } from './useWayBack.ts'
import type { ButtonKind } from '../ui/Button.tsx'
import { Button } from '../ui/Button.tsx'
import { EditIcon } from '../ui/icons.ts'
import { mayPropose } from './may-propose.ts'

interface Props {
  readonly step: Step
  readonly kind?: ButtonKind
}

/** Opens the person's own copy of the step, in the step's own view. Nothing is offered before the texts have come. */
export const ProposeButton = ({ step, kind = 'secondary' }: Props) => {
  const t = useText()
  const { board, me } = useBoard()
  const session = useBoardSession()
  const { state } = useRoom(step.id)
  const isBegun = useLive(session.forks).some((fork) => fork.step.id === step.id)
  const [, go] = useLocation()
  const isWhole = state.is === 'writable' || state.is === 'readOnly'
  if (!isBegun && !(isWhole && mayPropose(me, step))) return null
  return (
    <Button
      kind={kind}
      icon={EditIcon}
      data-menu={proposeMark(step.id)}
      onPress={() => {
        session.beginProposal(step.id)
        go(stepHref(board.id, step.id))
      }}
    >
      {t(isBegun ? 'proposals.goOn' : 'proposals.propose')}
    </Button>
  )
}
