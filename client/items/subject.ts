import type { PlacedItem } from '../../shared/items/together.ts'
import { StepId } from '../../shared/ids.ts'
import type { Subject } from '../hooks/subjects.ts'

/** The item, or a field of it, as something that can be spoken of. */
export const subjectOf = ({ id, kind, stepId: step }: PlacedItem, field?: string): Subject => {
  const stepId = StepId.parse(step)
  return field === undefined ? { type: 'item', stepId, kind, id } : { type: 'field', stepId, kind, id, field }
}
