import type { TypedItem } from '../items/typed.ts'
import { isBlank } from './place.ts'

/* The influence assistant: how far those who plan can reach a result decides whether it is a goal of theirs. */

export type Advice = 'goal' | 'goalWithReason' | 'sharedGoal' | 'sharedGoalAskCommitment' | 'indicatorOnly'

/** What to do with the goal, or null where nobody has said how much it can be influenced. */
export const adviceOn = ({
  influence,
  influenceRationale,
  sharedWith,
}: Pick<TypedItem<'goal'>, 'influence' | 'influenceRationale' | 'sharedWith'>): Advice | null => {
  if (influence === null) return null
  if (influence >= 4) return 'goal'
  if (influence === 3) return isBlank(influenceRationale) ? 'goalWithReason' : 'goal'
  if (sharedWith.length === 0) return 'indicatorOnly'
  return sharedWith.some(({ commitment }) => !isBlank(commitment)) ? 'sharedGoal' : 'sharedGoalAskCommitment'
}
