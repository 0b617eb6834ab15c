import type { StepId } from '../ids.ts'
import type { StepStructure } from './model.ts'
import { visible } from './model.ts'
import { followUpRoom } from './plan.ts'

/**
 * The step to which an item belongs: the one that holds it. What lies in the plan's own room belongs to the first step
 * that shows items of its kind, or to the plan's first, where none does.
 */
export const homeOf = (
  { steps }: { readonly steps: readonly Pick<StepStructure, 'id' | 'hidden' | 'sections'>[] },
  { stepId, kind }: { readonly stepId: string; readonly kind: string },
): StepId | undefined => {
  if (stepId !== followUpRoom) return steps.find(({ id }) => id === stepId)?.id
  const all = visible(steps)
  const shows = all.find(({ sections }) => visible(sections).some(({ kinds }) => kinds?.includes(kind)))
  return (shows ?? all[0])?.id
}
