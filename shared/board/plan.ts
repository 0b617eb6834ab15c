import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { BoardId, StepId } from '../ids.ts'
import { Locale } from '../locale.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { denied } from './family.ts'
import type { Board } from './model.ts'
import { Comment } from './comment.ts'
import { DecisionRecord } from './decisions.ts'
import { ChangedGround, Invite, Member, newStep, StepState, StepStructure } from './model.ts'
import { refuse } from './refusal.ts'
import { changedSettings, noSettings, Settings, settingsChange } from './settings.ts'
import { isWithinLimits, withVariables } from './variables.ts'

/* The plan as a whole: how it began, what it is called. */

export const planTitle = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const planCommands = [
  z.strictObject({ type: z.literal('plan.rename'), title: planTitle }),
  z.strictObject({ type: z.literal('plan.settings'), ...settingsChange }),
  /** What is not named keeps its words. */
  z.strictObject({
    type: z.literal('plan.variables'),
    variables: z.readonly(
      z.record(
        z.string().check(z.minLength(1), z.maxLength(100)),
        z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
      ),
    ),
  }),
] as const

export const planEvents = [
  z.object({
    type: z.literal('board.created'),
    boardId: BoardId,
    title: z.string(),
    language: Locale,
    template: z.string(),
    variables: z.readonly(z.record(z.string(), z.string())),
    steps: z.readonly(z.array(StepStructure)),
    creator: Member,
    invites: z.readonly(z.array(Invite)),
  }),
  z.object({ type: z.literal('plan.renamed'), title: z.string() }),
  z.object({ type: z.literal('plan.settingsChanged'), ...settingsChange }),
  /** All of them, as they are from then on. */
  z.object({
    type: z.literal('plan.variablesChanged'),
    variables: z.readonly(z.record(z.string(), z.string())),
  }),
  /** What a file said of the plan beside its words: the times and names in it are the file's, not ours. */
  z.object({
    type: z.literal('board.imported'),
    format: z.string(),
    settings: Settings,
    people: z.readonly(z.array(Member)),
    comments: z.optional(z.readonly(z.array(Comment))),
    records: z.optional(z.readonly(z.array(DecisionRecord))),
    steps: z.readonly(
      z.array(
        z.readonly(
          z.object({
            stepId: StepId,
            state: StepState,
            changedGround: z.readonly(z.array(ChangedGround)),
          }),
        ),
      ),
    ),
  }),
] as const

export type PlanCommand = z.infer<(typeof planCommands)[number]>
export type PlanEvent = z.infer<(typeof planEvents)[number]>
export type BoardCreated = Extract<PlanEvent, { type: 'board.created' }>
export type BoardImported = Extract<PlanEvent, { type: 'board.imported' }>

export const decidePlan = (board: Board, command: PlanCommand, context: Context): Verdict<PlanEvent> => {
  const refusal = denied(context, 'plan.change')
  if (refusal) return refusal
  switch (command.type) {
    case 'plan.rename':
      return { events: command.title === board.title ? [] : [{ type: 'plan.renamed', title: command.title }] }
    case 'plan.settings': {
      const { type: _, ...change } = command
      const after = changedSettings(board.settings, change)
      const isSame = JSON.stringify(after) === JSON.stringify(board.settings)
      return { events: isSame ? [] : [{ type: 'plan.settingsChanged', ...change }] }
    }
    case 'plan.variables':
      return decideVariables(board, command.variables)
    default:
      return unreachable(command)
  }
}

const decideVariables = (board: Board, given: Board['variables']): Verdict<PlanEvent> => {
  if (Object.keys(given).some((name) => !Object.hasOwn(board.variables, name))) return refuse('unknownPlace')
  const after = withVariables(board, given)
  if (!isWithinLimits(after)) return refuse('tooLong')
  const { variables } = after
  const isSame = Object.entries(variables).every(([name, words]) => board.variables[name] === words)
  return { events: isSame ? [] : [{ type: 'plan.variablesChanged', variables }] }
}

/** The only event that needs no board before it. */
export const boardFrom = (event: BoardCreated & Stamp): Board => ({
  id: event.boardId,
  seq: event.seq,
  title: event.title,
  language: event.language,
  template: event.template,
  variables: event.variables,
  createdAt: event.at,
  settings: noSettings,
  steps: event.steps.map(newStep),
  members: [event.creator],
  invites: event.invites,
  proposals: [],
  records: [],
  comments: [],
})

export const evolvePlan = (board: Board, event: PlanEvent & Stamp): Board => {
  switch (event.type) {
    case 'board.created':
      throw new Error('a board is created once')
    case 'plan.renamed':
      return { ...board, title: event.title }
    case 'plan.settingsChanged': {
      const { type: _, seq: _seq, at: _at, by: _by, ...change } = event
      return { ...board, settings: changedSettings(board.settings, change) }
    }
    case 'plan.variablesChanged':
      return withVariables(board, event.variables)
    case 'board.imported':
      return importInto(board, event)
    default:
      return unreachable(event)
  }
}

/** The plan's own room, which no step's lock closes: what is recorded after agreement. */
export const followUpRoom = StepId.parse('follow-up')

const importInto = (board: Board, event: BoardImported & Stamp): Board => ({
  ...board,
  settings: event.settings,
  ...(event.by && { importedBy: event.by }),
  members: [...board.members, ...event.people],
  records: event.records ?? [],
  comments: event.comments ?? [],
  steps: board.steps.map((step) => {
    const found = event.steps.find(({ stepId }) => stepId === step.id)
    if (!found) return step
    const { state, changedGround } = found
    return { ...step, state, changedGround, versions: state.is === 'agreed' ? state.version.number : 0 }
  }),
})
