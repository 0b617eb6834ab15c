import { followUpRoom } from '../../shared/board/plan.ts'
import { visible } from '../../shared/board/model.ts'
import type { Kind } from '../../shared/items/define.ts'
import type { Plan } from '../hooks/useBoard.ts'
import type { Reasons } from './useReasons.ts'

/** The steps that show items of a kind, in their order. */
export const stepsShowing = ({ steps }: Pick<Plan, 'steps'>, kind: string): Plan['steps'] =>
  steps.filter(({ sections }) => visible(sections).some(({ kinds }) => kinds?.includes(kind)))

export type Home = { readonly stepId: string } | { readonly reason: string | null }

/** Where a new item of the kind is made: in the step that is asked for, else the first that shows it and is open. */
export const homeOf = (kind: Kind, board: Plan, step: string | null, reasons: Reasons): Home => {
  // A pair is made where both of its ends are.
  if (kind.joins) return { reason: null }
  const rooms = kind.afterAgreement
    ? [followUpRoom]
    : [...(step === null ? [] : [step]), ...stepsShowing(board, kind.kind).map(({ id }) => id as string)]
  const open = rooms.find((id) => reasons.of(id) === null)
  return open === undefined
    ? { reason: rooms[0] === undefined ? null : reasons.of(rooms[0]) }
    : { stepId: open }
}
