import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { BoardId, StepId } from '../ids.ts'
import { Locale } from '../locale.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { denied } from './family.ts'
import type { Board } from './model.ts'
import { Invite, Member, StepStructure } from './model.ts'

/* The plan as a whole: how it began, what it is called. */

export const planTitle = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const planCommands = [z.strictObject({ type: z.literal('plan.rename'), title: planTitle })] as const

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
] as const

export type PlanCommand = z.infer<(typeof planCommands)[number]>
export type PlanEvent = z.infer<(typeof planEvents)[number]>
export type BoardCreated = Extract<PlanEvent, { type: 'board.created' }>

export const decidePlan = (board: Board, command: PlanCommand, context: Context): Verdict<PlanEvent> => {
  const refusal = denied(context, 'plan.change')
  if (refusal) return refusal
  return { events: command.title === board.title ? [] : [{ type: 'plan.renamed', title: command.title }] }
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
  steps: event.steps.map((step) => ({
    ...step,
    state: { is: 'open' },
    pause: null,
    changedGround: [],
    epoch: 1,
    generation: 1,
    versions: 0,
  })),
  members: [event.creator],
  invites: event.invites,
  proposals: [],
})

export const evolvePlan = (board: Board, event: PlanEvent & Stamp): Board => {
  switch (event.type) {
    case 'board.created':
      throw new Error('a board is created once')
    case 'plan.renamed':
      return { ...board, title: event.title }
    default:
      return unreachable(event)
  }
}

/** The plan's own room, which no step's lock closes: what is recorded after agreement. */
export const followUpRoom = StepId.parse('follow-up')
