import type { Leaf } from '../items/define.ts'
import type { ItemKind } from '../items/index.ts'
import type { TypedItem } from '../items/typed.ts'
import type { MessageKey } from '../messages/format.ts'
import { goalsOf } from './connections.ts'
import type { CheckedPlan, Finding, Place } from './define.ts'
import type { CheckId } from './rules.ts'

/*
 * What one click can put right, as plain data: whoever offers it writes it. Only where that click is what a planner
 * would do in any case; everything else has to be thought about, and is jumped to instead.
 */

export type Remedy = { readonly label: Extract<MessageKey, `remedies.${string}`> } & (
  | {
      readonly is: 'change'
      readonly stepId: string
      readonly kind: ItemKind
      readonly id: string
      readonly leaves: Leaves
    }
  /** A new item, which whoever adds it goes on to write. */
  | { readonly is: 'add'; readonly kind: ItemKind; readonly leaves: Leaves }
  /** See `followedInstead`. */
  | { readonly is: 'goalToIndicator'; readonly goalId: string }
)

type Leaves = Readonly<Record<string, Leaf>>

export const remedyOf = ({ check, place }: Finding, plan: CheckedPlan): Remedy | null => {
  const addition = additions[check]
  // Only where the whole kind lacks something: what an item lacks is written in it.
  if (addition && place.is === 'kind') return { is: 'add', ...addition }
  return place.is === 'item' ? itemRemedy(check, place, plan) : null
}

type Addition = Omit<Extract<Remedy, { is: 'add' }>, 'is'>

const additions: { readonly [Id in CheckId]?: Addition } = {
  'MIS-01': { label: 'remedies.addVision', kind: 'missionSource', leaves: { kind: 'vision' } },
  'MIS-02': {
    label: 'remedies.addLaw',
    kind: 'missionSource',
    leaves: { kind: 'nationalLaw', binding: true },
  },
  'MIS-03': {
    label: 'remedies.addProgramme',
    kind: 'missionSource',
    leaves: { kind: 'politicalProgramme' },
  },
  'MIS-04': { label: 'remedies.addForecast', kind: 'populationForecast', leaves: {} },
  'MIS-06': { label: 'remedies.addScenario', kind: 'scenario', leaves: {} },
  'STK-01': { label: 'remedies.addAffected', kind: 'stakeholder', leaves: { affected: 'direct' } },
  'KB-01': { label: 'remedies.addCitizenVoice', kind: 'evidence', leaves: { 'tags/citizenVoice': true } },
  'KB-02': {
    label: 'remedies.addFutureRecipients',
    kind: 'evidence',
    leaves: { 'tags/futureRecipients': true },
  },
  'KB-03': { label: 'remedies.addPlanningTool', kind: 'planningTool', leaves: {} },
  'ANC-01': { label: 'remedies.addStructure', kind: 'supportStructure', leaves: {} },
  'ANC-02': { label: 'remedies.addPolitical', kind: 'supportStructure', leaves: { level: 'political' } },
  'ARE-01': { label: 'remedies.addArena', kind: 'arena', leaves: { status: 'existing' } },
  'REV-01': { label: 'remedies.addGood', kind: 'feedback', leaves: { kind: 'good' } },
  'REV-04': { label: 'remedies.addReview', kind: 'reviewStructure', leaves: {} },
}

type ItemPlace = Extract<Place, { is: 'item' }>

const itemRemedy = (check: CheckId, { stepId, kind, id }: ItemPlace, plan: CheckedPlan): Remedy | null => {
  const change = { is: 'change', stepId, kind, id } as const
  switch (check) {
    case 'GOAL-05':
      return { is: 'goalToIndicator', label: 'remedies.followOnly', goalId: id }
    case 'GOAL-09':
      return { is: 'add', label: 'remedies.addPlanLink', kind: 'planLink', leaves: { goalId: id } }
    case 'IND-10':
      return { ...change, label: 'remedies.monitorOnly', leaves: { monitorOnly: true } }
    case 'ACT-08': {
      const leaves = swapped(plan.item('activity', id))
      return leaves && { ...change, label: 'remedies.swapDates', leaves }
    }
    case 'ACT-13':
      return { ...change, label: 'remedies.done', leaves: { status: 'done' } }
    default:
      return null
  }
}

/** The days the other way round, or null where they stand the right way. */
const swapped = (activity: TypedItem<'activity'> | undefined): Leaves | null =>
  activity && activity.start !== '' && activity.end !== '' && activity.end < activity.start
    ? { start: activity.end, end: activity.start }
    : null

/** What becomes of a goal that is only followed from now on; the goal itself goes to the wastebasket. */
export interface FollowedInstead {
  readonly goal: { readonly stepId: string; readonly kind: 'goal'; readonly id: string }
  /** The goal's own indicators: what another goal measures itself by is not watched alone. */
  readonly indicators: readonly {
    readonly stepId: string
    readonly kind: 'indicator'
    readonly id: string
    readonly leaves: Leaves
    /** Added at the end of what its definition says, so that the goal's words are kept. */
    readonly note: string
  }[]
  /** What is made where the goal had no indicator at all. */
  readonly add: { readonly kind: 'indicator'; readonly stepId: string; readonly leaves: Leaves } | null
}

/** `headline`: says that this was a goal, `remedies.noteHead` with its title. Null when there is no such goal. */
export const followedInstead = (
  plan: CheckedPlan,
  goalId: string,
  headline: (title: string) => string,
): FollowedInstead | null => {
  const goal = plan.item('goal', goalId)
  if (!goal) return null
  const own = goal.indicatorIds.flatMap((id) => plan.item('indicator', id) ?? [])
  const elsewhere = new Set(
    goalsOf(plan).flatMap(({ id, indicatorIds }) => (id === goalId ? [] : indicatorIds)),
  )
  const note = [headline(goal.title), goal.description.trim()].filter(Boolean).join('\n')
  return {
    goal: { stepId: goal.stepId, kind: 'goal', id: goalId },
    indicators: own
      .filter(({ id }) => !elsewhere.has(id))
      .map(({ id, stepId, definition }) => ({
        stepId,
        kind: 'indicator',
        id,
        leaves: { monitorOnly: true },
        note: definition.trim() === '' ? note : `\n\n${note}`,
      })),
    add:
      own.length > 0
        ? null
        : {
            kind: 'indicator',
            stepId: plan.home('indicator') ?? goal.stepId,
            leaves: { name: goal.title, monitorOnly: true, definition: note },
          },
  }
}
