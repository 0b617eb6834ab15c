import { useLive } from '../hooks/useLive.ts'
import { commenting } from './mounted.ts'

/** Begins a comment on what is selected in the text, or on the block that the caret stands in; null where none can be. */
export const useCommenting = (stepId: string | undefined, root: string): (() => void) | null => {
  const way = useLive(commenting)
  return way && stepId !== undefined && way.isOpen(stepId) ? () => way.begin({ stepId, root }) : null
}
