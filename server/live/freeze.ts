import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { must } from '../../shared/assert.ts'
import type { Step } from '../../shared/board/model.ts'
import type { MemberId, RandomBytes } from '../../shared/ids.ts'
import { newId, VersionId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import type { Plain } from '../../shared/items/plain.ts'
import { plainOf } from '../../shared/items/plain.ts'
import { together } from '../../shared/items/together.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { VersionRow } from '../storage/storage.ts'

export interface StepItems {
  readonly stepId: string
  readonly items: readonly Item[]
}

/**
 * The version that agreeing on a step freezes: what was read is what was agreed, also the items of other
 * steps that its sections show, each marked with the step it is `from`. `hash` is the SHA-256 in hex of the
 * content's canonical JSON (RFC 8785).
 */
export const freeze = (
  step: Step,
  content: StepContent,
  others: readonly StepItems[],
  { by, at, random }: { readonly by: MemberId; readonly at: string; readonly random: RandomBytes },
): Omit<VersionRow, 'decision'> & { readonly decision: null } => {
  const { id, title, description, deliverable, questions, sections } = step
  const frozen = {
    step: { id, title, description, deliverable, questions, sections },
    content: { ...content, items: itemsShown(step, content, others) },
  }
  // Undefined values have no place in JSON; a round trip leaves them out before hashing.
  const plain: unknown = JSON.parse(JSON.stringify(frozen))
  const hash = createHash('sha256')
    .update(must(canonicalize(plain)))
    .digest('hex')
  const number = step.versions + 1
  return {
    id: newId(VersionId, random),
    stepId: id,
    number,
    kind: 'agreed',
    at,
    by,
    hash,
    content: plain,
    decision: null,
  }
}

/** By kind, in their order: the step's own, and those of others that its sections show. */
const itemsShown = (
  step: Step,
  content: StepContent,
  others: readonly StepItems[],
): Readonly<Record<string, readonly Plain[]>> => {
  const all = together([{ stepId: step.id, items: content.items }, ...others])
  const shown = new Set(step.sections.flatMap((section) => section.kinds ?? []))
  return Object.fromEntries(
    [...kinds.values()].flatMap((kind) => {
      const items = (all.get(kind.kind) ?? []).filter(
        ({ stepId }) => stepId === step.id || shown.has(kind.kind),
      )
      const plain = items.map((item) => ({
        ...plainOf(kind, item),
        ...(item.stepId !== step.id && { from: item.stepId }),
      }))
      return plain.length > 0 ? [[kind.kind, plain]] : []
    }),
  )
}
