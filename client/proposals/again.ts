import type { ComponentType } from 'react'
import type { Decision } from '../../shared/board/decisions.ts'
import type { Step } from '../../shared/board/model.ts'

/** Asks for the decision with which an agreed step is agreed on once more; the board hands it in. */
export type AskAgain = ComponentType<AskAgainProps>

export interface AskAgainProps {
  readonly step: Step
  /** Sending was tried: what is missing is named. */
  readonly isTried: boolean
  /** null while something is missing. */
  readonly onDecision: (decision: Decision | null) => void
}
