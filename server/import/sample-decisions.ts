import * as z from 'zod/mini'
import type { DecisionRecord } from '../../shared/board/decisions.ts'
import { Decision } from '../../shared/board/decisions.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import { Time } from '../../shared/board/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { PersonInFile, PlanInFile, StateInFile } from './plan.ts'
import type { Reading } from './reading.ts'

/* How far the steps of a `sample-plan/1` are, and what was decided of them. */

const name = z.string().check(z.maxLength(200))

export const StepInSample = z.strictObject({
  stepId: name,
  status: z.enum(['open', 'inReview', 'locked']),
  lockedAt: z.optional(Time),
})
type StepInSample = z.infer<typeof StepInSample>

export const DecisionInSample = z.strictObject({
  ...Decision._zod.def.innerType.shape,
  id: z.optional(name),
  stepId: name,
  action: z.enum(['lock', 'unlock', 'amend']),
})
type DecisionInSample = z.infer<typeof DecisionInSample>

interface Said {
  readonly plan: { readonly startedAt?: string | undefined }
  readonly steps: readonly StepInSample[]
  readonly decisions: readonly DecisionInSample[]
}

interface Known {
  readonly steps: readonly StepStructure[]
  readonly people: readonly PersonInFile[]
  /** Who they are here. */
  readonly ids: ReadonlyMap<string, MemberId>
  readonly agreedWords: string
}

/** Of an agreed step the last locking is in force; all else that was decided is a record. */
export const decidedIn = (
  said: Said,
  known: Known,
  reading: Reading,
): Pick<PlanInFile, 'states' | 'records'> => {
  const inForce = new Set<number>()
  const seen = new Set<string>()
  const states = said.steps.flatMap((one, at): StateInFile[] => {
    const step = known.steps.find(({ id }) => id === one.stepId)
    if (seen.has(one.stepId)) reading.fail(`steps[${at}].stepId`, 'duplicate')
    seen.add(one.stepId)
    if (!step) reading.leaveOut(`steps[${at}]`, 'noStep')
    if (!step || one.status === 'open') return []
    const last = said.decisions.findLastIndex(({ stepId, action }) => stepId === step.id && action === 'lock')
    if (one.status === 'locked') inForce.add(last)
    const state = stateOf(one, said.decisions[last], said.plan.startedAt, known)
    return [{ stepId: step.id, changedGround: [], state }]
  })
  const others = [...said.decisions.entries()].filter(([at]) => !inForce.has(at))
  return { states, records: others.flatMap(([at, one]) => recordOf(one, `decisions[${at}]`, known, reading)) }
}

const recordOf = (
  told: DecisionInSample,
  place: string,
  known: Known,
  reading: Reading,
): readonly DecisionRecord[] => {
  const { id, stepId, action } = told
  const step = known.steps.find((one) => one.id === stepId)
  if (!step) reading.leaveOut(place, 'noStep')
  const decision = decisionOf(told, known)
  return step ? [{ ...(id !== undefined && { id }), stepId: step.id, action, decision }] : []
}

const stateOf = (
  { status, lockedAt }: StepInSample,
  found: DecisionInSample | undefined,
  startedAt: string | undefined,
  known: Known,
): StateInFile['state'] => {
  const leader = known.people.find(({ role }) => role === 'facilitator')?.id
  if (status !== 'locked') return { is: 'inReview', ...(leader && { by: leader }) }
  const date = (lockedAt ?? startedAt ?? '1970-01-01').slice(0, 10)
  const by = known.ids.get(found?.recordedBy ?? '') ?? leader
  return {
    is: 'agreed',
    at: lockedAt ?? `${found?.date ?? date}T00:00:00Z`,
    ...(by && { by }),
    ...(found
      ? { decision: decisionOf(found, known) }
      : { decision: { decision: known.agreedWords, date }, unrecorded: true }),
  }
}

/** Whoever kept the minutes is said by name, not by the id that the file gives them. */
const decisionOf = (
  { id: _, stepId: _stepId, action: _action, ...decision }: DecisionInSample,
  { people, ids }: Known,
): Decision => {
  const recorder = decision.recordedBy === undefined ? undefined : ids.get(decision.recordedBy)
  const recordedBy = people.find(({ id }) => id === recorder)?.name
  return { ...decision, ...(recordedBy && { recordedBy }) }
}
