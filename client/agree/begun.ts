import type { DecisionForm } from './decision.ts'

/* An agreement that somebody began, and left to look at what was found: it goes on when they come back to it. */

export interface Begun {
  readonly form: DecisionForm
  readonly reason: string
}

const all = new Map<string, Begun>()

/** `key`: of the plan and the step. */
export const begunOf = (key: string): Begun | undefined => all.get(key)

export const keepBegun = (key: string, begun: Begun): void => {
  all.set(key, begun)
}

/** It was sent, or is no longer wanted. */
export const forgetBegun = (key: string): void => {
  all.delete(key)
}
