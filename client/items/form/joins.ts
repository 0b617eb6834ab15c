import type { Field, Kind } from '../../../shared/items/define.ts'
import { kinds } from '../../../shared/items/index.ts'

/** A kind whose items join two others, seen from one of the two. */
export interface Join {
  readonly kind: Kind
  /** The field that names this one, and the one that names the other. */
  readonly mine: string
  readonly theirs: string
  /** The other's kind. */
  readonly to: string
}

export const joinsOf = (kind: string): readonly Join[] =>
  [...kinds.values()].flatMap((one): readonly Join[] => {
    if (!one.joins) return []
    const { from, to } = one.joins
    const sides = [
      { kind: one, mine: from, theirs: to, to: targetOf(one.fields[to]) },
      { kind: one, mine: to, theirs: from, to: targetOf(one.fields[from]) },
    ]
    return sides.filter(({ mine }) => targetOf(one.fields[mine]) === kind)
  })

const targetOf = (field: Field | undefined): string => (field?.is === 'link' ? field.to : '')
