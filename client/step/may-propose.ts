import { deny, may } from '../../shared/board/access.ts'
import type { Member, Step } from '../../shared/board/model.ts'

/** Whoever may write in the step writes there; a proposal is for all others, and for everybody once it is agreed. */
export const mayPropose = (me: Member, step: Step): boolean =>
  may(me, 'proposal.submit', step) && (step.state.is === 'agreed' || deny(me, 'room.write', step) === 'role')
