import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { must } from '../../shared/assert.ts'
import type { Step } from '../../shared/board/model.ts'
import type { MemberId, RandomBytes } from '../../shared/ids.ts'
import { newId, VersionId } from '../../shared/ids.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { VersionRow } from '../storage/storage.ts'

/**
 * The version that agreeing on a step freezes: what was read is what was agreed. `hash` is the SHA-256 in hex of the
 * content's canonical JSON (RFC 8785).
 */
export const freeze = (
  step: Step,
  content: StepContent,
  by: MemberId,
  at: string,
  random: RandomBytes,
): Omit<VersionRow, 'decision'> & { readonly decision: null } => {
  const { id, title, description, deliverable, questions, sections } = step
  const frozen = { step: { id, title, description, deliverable, questions, sections }, content }
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
