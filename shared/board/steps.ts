import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { StepId } from '../ids.ts'
import { Decision } from './decisions.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { changeStep, denied, onStep } from './family.ts'
import type { Board, Step } from './model.ts'
import { closedBecause, isOver, Time, VersionRef } from './model.ts'
import type { Hindrance } from './refusal.ts'
import { refuse } from './refusal.ts'

/* The life of a step: open → in review → agreed → reopened → open, and the pause beside it. */

const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))
const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))

export const stepCommands = [
  z.strictObject({
    type: z.literal('step.review'),
    stepId: StepId,
    who: z.optional(note),
    until: z.optional(z.iso.date()),
  }),
  z.strictObject({
    type: z.literal('step.agree'),
    stepId: StepId,
    decision: Decision,
    override: z.optional(z.strictObject({ reason })),
  }),
  z.strictObject({ type: z.literal('step.reopen'), stepId: StepId, reason }),
  z.strictObject({ type: z.literal('step.pause'), stepId: z.optional(StepId), until: z.optional(Time) }),
  z.strictObject({ type: z.literal('step.resume'), stepId: z.optional(StepId) }),
  z.strictObject({ type: z.literal('step.uphold'), stepId: StepId }),
] as const

/**
 * `step.agreed` carries a reference to the version that the shell froze behind the room's queue: deciding is pure
 * and cannot read a room, so `decideStep` is handed the reference that the freeze would get.
 */
export const stepEvents = [
  z.object({
    type: z.literal('step.reviewed'),
    stepId: StepId,
    who: z.optional(z.string()),
    until: z.optional(z.string()),
  }),
  z.object({
    type: z.literal('step.agreed'),
    stepId: StepId,
    decision: Decision,
    version: VersionRef,
    override: z.optional(z.string()),
  }),
  z.object({ type: z.literal('step.reopened'), stepId: StepId, reason: z.string() }),
  z.object({ type: z.literal('step.paused'), stepId: StepId, until: z.optional(Time) }),
  z.object({ type: z.literal('step.resumed'), stepId: StepId }),
  z.object({ type: z.literal('step.upheld'), stepId: StepId }),
] as const

export type StepCommand = z.infer<(typeof stepCommands)[number]>
export type StepEvent = z.infer<(typeof stepEvents)[number]>

interface Agreeing extends Context {
  readonly freeze: (step: Step) => VersionRef
  readonly errorsOf: (step: Step) => readonly Hindrance[]
}

export const decideStep = (board: Board, command: StepCommand, context: Agreeing): Verdict<StepEvent> => {
  switch (command.type) {
    case 'step.review':
      return onStep(board, command.stepId, context, 'step.review', (step) => {
        if (command.until !== undefined && command.until < context.now.slice(0, 10)) return refuse('pastTime')
        const { who, until } = command
        return {
          events: [{ type: 'step.reviewed', stepId: step.id, ...(who && { who }), ...(until && { until }) }],
        }
      })
    case 'step.agree':
      return onStep(board, command.stepId, context, 'step.agree', (step) => agreed(step, command, context))
    case 'step.reopen':
      return onStep(board, command.stepId, context, 'step.reopen', (step) => ({
        events: [{ type: 'step.reopened', stepId: step.id, reason: command.reason }],
      }))
    case 'step.pause': {
      const refusal = denied(context, 'step.pause')
      if (refusal) return refusal
      if (command.until !== undefined && isOver(command.until, context.now)) return refuse('pastTime')
      const until = command.until === undefined ? {} : { until: command.until }
      return onSteps(board, command.stepId, context, 'step.pause', (step) => ({
        type: 'step.paused',
        stepId: step.id,
        ...until,
      }))
    }
    case 'step.resume':
      return onSteps(board, command.stepId, context, 'step.resume', (step) => ({
        type: 'step.resumed',
        stepId: step.id,
      }))
    case 'step.uphold':
      return onStep(board, command.stepId, context, 'step.uphold', (step) =>
        step.changedGround.length === 0
          ? refuse('nothingToUphold')
          : { events: [{ type: 'step.upheld', stepId: step.id }] },
      )
    default:
      return unreachable(command)
  }
}

/** How many of the things that stand in the way a refusal names: it is kept as an answer. */
export const mostHindrances = 200

/** Errors stand in the way, unless somebody says why they do not. */
const agreed = (
  step: Step,
  { decision, override }: Extract<StepCommand, { readonly type: 'step.agree' }>,
  { errorsOf, freeze }: Agreeing,
): Verdict<StepEvent> => {
  const findings = override ? [] : errorsOf(step)
  const count = findings.length
  if (count > 0)
    return {
      refusal: { code: 'errorsRemain', findings: findings.slice(0, mostHindrances), values: { count } },
    }
  const version = freeze(step)
  const why = override && { override: override.reason }
  return { events: [{ type: 'step.agreed', stepId: step.id, decision, version, ...why }] }
}

/** The steps whose pause has run out: what the clock resumes. */
export const pausesOver = (board: Board, now: string): readonly StepEvent[] =>
  board.steps
    .filter((step) => step.pause?.until !== undefined && isOver(step.pause.until, now))
    .map((step) => ({ type: 'step.resumed', stepId: step.id }))

/** One step, or every step that the action fits when none is named. */
const onSteps = (
  board: Board,
  stepId: StepId | undefined,
  context: Context,
  action: 'step.pause' | 'step.resume',
  event: (step: Step) => StepEvent,
): Verdict<StepEvent> => {
  if (stepId !== undefined)
    return onStep(board, stepId, context, action, (step) => ({ events: [event(step)] }))
  const refusal = denied(context, action)
  if (refusal) return refusal
  const fitting = board.steps.filter((step) => denied(context, action, step) === null)
  if (fitting.length === 0) return refuse(action === 'step.pause' ? 'locked' : 'notPaused')
  return { events: fitting.map(event) }
}

export const evolveStep = (board: Board, event: StepEvent & Stamp): Board => {
  const by = event.by
  switch (event.type) {
    case 'step.reviewed':
      return changeStep(board, event.stepId, (step) => ({
        ...step,
        state: { is: 'inReview', since: event.at, by: known(by), who: event.who, until: event.until },
      }))
    case 'step.agreed': {
      const { decision, version, override, at } = event
      return changeStep(board, event.stepId, (step) => ({
        ...close(step),
        state: { is: 'agreed', at, by: known(by), decision, version, override },
        pause: null,
        changedGround: [],
        versions: version.number,
      }))
    }
    case 'step.reopened': {
      const { at, reason } = event
      const resting = restingOn(board, event.stepId)
      return {
        ...board,
        steps: board.steps.map((step) => {
          if (step.id === event.stepId)
            return { ...open(step), state: { is: 'open', reopened: { at, by: known(by), reason } } }
          if (!resting.has(step.id)) return step
          const others = step.changedGround.filter((ground) => ground.stepId !== event.stepId)
          return { ...step, changedGround: [...others, { stepId: event.stepId, at, reason }] }
        }),
      }
    }
    case 'step.paused':
      return changeStep(board, event.stepId, (step) => ({
        ...(closedBecause(step) ? step : close(step)),
        pause: { at: event.at, by: known(by), until: event.until },
      }))
    case 'step.resumed':
      return changeStep(board, event.stepId, (step) => ({ ...open(step), pause: null }))
    case 'step.upheld':
      return changeStep(board, event.stepId, (step) => ({ ...step, changedGround: [] }))
    default:
      return unreachable(event)
  }
}

const close = (step: Step): Step => ({ ...step, epoch: step.epoch + 1 })
const open = close

const known = <T>(by: T | null): T => {
  if (by === null) throw new Error('only the end of a pause is nobody’s doing')
  return by
}

/** Every step that rests on the given one, directly or by way of others. */
export const restingOn = (board: Pick<Board, 'steps'>, stepId: string): ReadonlySet<string> => {
  const resting = new Set<string>()
  const visit = (id: string) => {
    for (const step of board.steps)
      if (step.dependsOn.some((ground) => ground === id) && !resting.has(step.id)) {
        resting.add(step.id)
        visit(step.id)
      }
  }
  visit(stepId)
  return resting
}
