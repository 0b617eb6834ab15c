import type { BoardHead } from '../live/api.ts'

/** The state of a whole plan in one line: the numbers are those of the steps it speaks of. */
export type PlanState =
  | { readonly is: 'agreed' }
  | { readonly is: 'inReview'; readonly steps: readonly number[] }
  | { readonly is: 'open'; readonly steps: readonly number[] }
  | { readonly is: 'allOpen' }

/** What waits for readers comes before what is being written. */
export const planState = (steps: BoardHead['steps']): PlanState => {
  const numbers = (state: BoardHead['steps'][number]['state']) =>
    steps.flatMap((step, index) => (step.state === state ? [index + 1] : []))
  const inReview = numbers('inReview')
  if (inReview.length > 0) return { is: 'inReview', steps: inReview }
  const open = numbers('open')
  if (open.length === 0) return { is: 'agreed' }
  return open.length === steps.length ? { is: 'allOpen' } : { is: 'open', steps: open }
}
