import { useFindingsAt } from '../checks/useFindings.ts'
import { stepKey } from './finding-keys.ts'

/** How many errors the checks find in a step. */
export const useStepErrors = (stepId: string): number =>
  useFindingsAt(stepKey(stepId)).filter(({ severity }) => severity === 'error').length
