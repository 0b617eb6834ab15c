import type { ItemKind } from '../items/index.ts'
import type { CheckedPlan, Finding } from './define.ts'
import type { CheckId } from './rules.ts'

/*
 * The red thread: mission, goals, indicators, resources, activities, follow-up, each leading to the next. A station is
 * whole when there is something in it and nothing of it lacks what it rests on or leads to.
 */

interface Rule {
  readonly id: string
  /** What it is made of; where the plan shows none of these, the station is no part of its thread. */
  readonly kind: ItemKind
  readonly gaps: readonly GapRule[]
}

interface GapRule {
  readonly id: string
  /** Checks whose findings are this gap; an item that two of them name is counted once. */
  readonly of: readonly CheckId[]
}

const rules = [
  {
    id: 'mission',
    kind: 'missionSource',
    gaps: [
      { id: 'noVision', of: ['MIS-01'] },
      { id: 'noLaw', of: ['MIS-02'] },
      { id: 'lawWithoutGoal', of: ['MIS-07'] },
    ],
  },
  {
    id: 'goals',
    kind: 'goal',
    gaps: [
      { id: 'goalUnproven', of: ['GOAL-01', 'GOAL-02', 'GOAL-08'] },
      { id: 'goalUnplanned', of: ['GOAL-12'] },
    ],
  },
  {
    id: 'indicators',
    kind: 'indicator',
    gaps: [
      { id: 'indicatorLoose', of: ['IND-10'] },
      // That no target is set is said of the goal.
      { id: 'indicatorUnbased', of: ['IND-01'] },
    ],
  },
  {
    id: 'resources',
    kind: 'allocation',
    gaps: [
      { id: 'overFrame', of: ['RES-01'] },
      { id: 'activityUnfunded', of: ['RES-09'] },
      { id: 'goalUnfunded', of: ['GOAL-13', 'RES-07'] },
    ],
  },
  {
    id: 'activities',
    kind: 'activity',
    gaps: [
      { id: 'activityLoose', of: ['ACT-06'] },
      { id: 'activityHalf', of: ['ACT-01', 'ACT-02', 'ACT-03', 'ACT-04', 'ACT-10'] },
    ],
  },
  {
    id: 'followUp',
    kind: 'activity',
    gaps: [
      { id: 'activityUnfollowed', of: ['ACT-05'] },
      { id: 'goalUnasked', of: ['GOAL-10'] },
      { id: 'noReview', of: ['REV-04'] },
    ],
  },
] as const satisfies readonly Rule[]

export type StationId = (typeof rules)[number]['id']
export type GapId = (typeof rules)[number]['gaps'][number]['id']

export interface Gap {
  readonly id: GapId
  /** How many items lack it; 1 where the plan as a whole does. */
  readonly n: number
  /** The checks that say so. */
  readonly of: readonly CheckId[]
}

export interface Station {
  readonly id: StationId
  /** There is nothing in it yet. */
  readonly isEmpty: boolean
  /** What is missing; none and not empty: it is whole. */
  readonly gaps: readonly Gap[]
}

export const isWhole = ({ isEmpty, gaps }: Station): boolean => !isEmpty && gaps.length === 0

/** Stations whose things the plan shows, in their order. `findings`: those of the plan. */
export const threadOf = (plan: CheckedPlan, findings: readonly Finding[]): readonly Station[] => {
  const byCheck = Map.groupBy(findings, ({ check }) => check)
  return rules
    .filter(({ kind }) => plan.home(kind) !== null)
    .map(({ id, kind, gaps }) => ({
      id,
      isEmpty: plan.items(kind).length === 0,
      gaps: gaps.flatMap((gap) => {
        const of = gap.of.filter((check) => byCheck.has(check))
        const lacking = of.flatMap((check) => byCheck.get(check) ?? [])
        const n = new Set(lacking.map(({ entityId }) => entityId)).size
        return n === 0 ? [] : [{ id: gap.id, n, of }]
      }),
    }))
}
