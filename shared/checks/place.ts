import type { ItemKind } from '../items/index.ts'
import type { CheckedPlan, Found } from './define.ts'

/* What several families say of where a finding stands. */

interface Placed {
  readonly id: string
  readonly stepId: string
}

/** `field`: the path of the field that would have to be said. */
export const atItem = (kind: ItemKind, { id, stepId }: Placed, field?: string): Found => ({
  entityId: id,
  place: { is: 'item', stepId, kind, id, ...(field !== undefined && { field }) },
})

/** What the items of a kind lack together. */
export const atKind = (plan: CheckedPlan, kind: ItemKind, values?: Found['values']): Found => ({
  entityId: null,
  place: { is: 'kind', stepId: plan.home(kind), kind },
  ...(values && { values }),
})

/** Nothing said, or nothing that can be read. */
export const isBlank = (words: string | null | undefined): boolean => !words?.trim()
