import { itemTable } from '../items/table.ts'
import { later } from '../ui/later.ts'

/** One step, wide, with all that it shows at once. */
export const focus = later(async () => {
  const [{ StepFocus }] = await Promise.all([import('./StepFocus.tsx'), itemTable.ahead()])
  return StepFocus
})
