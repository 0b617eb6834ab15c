import type { ItemKind } from '../items/index.ts'

/*
 * Every check there is, with how grave its findings are and the limits that a facilitator may change. What each asks:
 * `checks.ts` of its family; what it says: the messages under `checks`.
 */

export const rules = {
  'GEN-01': { severity: 'info', of: [], params: {} },
  'GEN-02': { severity: 'warning', of: [], params: {} },
  'GEN-03': { severity: 'error', of: [], params: {} },
  'GEN-04': { severity: 'info', of: [], params: {} },
  'PUR-01': { severity: 'warning', of: [], params: {} },
  'MIS-01': { severity: 'warning', of: ['missionSource'], params: {} },
  'MIS-02': { severity: 'warning', of: ['missionSource'], params: {} },
  'MIS-03': { severity: 'info', of: ['missionSource'], params: {} },
  'MIS-04': { severity: 'warning', of: ['populationForecast'], params: { maxAgeYears: 2 } },
  'MIS-05': { severity: 'warning', of: ['populationForecast'], params: {} },
  'MIS-06': { severity: 'info', of: ['scenario'], params: { minScenarios: 2 } },
  'MIS-07': { severity: 'info', of: ['missionSource', 'goal'], params: {} },
  'GOAL-01': { severity: 'error', of: ['goal'], params: {} },
  'GOAL-02': { severity: 'warning', of: ['goal'], params: {} },
  'GOAL-03': { severity: 'warning', of: ['goal'], params: { maxGoals: 10 } },
  'GOAL-04': { severity: 'warning', of: ['goal', 'indicator'], params: { maxPerGoal: 4, maxIndicators: 25 } },
  'GOAL-05': { severity: 'warning', of: ['goal'], params: { lowInfluence: 2 } },
  'GOAL-06': { severity: 'warning', of: ['goal'], params: {} },
  'GOAL-07': { severity: 'warning', of: ['goal'], params: {} },
  'GOAL-08': { severity: 'warning', of: ['goal'], params: {} },
  'GOAL-09': { severity: 'warning', of: ['goal', 'planLink'], params: {} },
  'GOAL-10': { severity: 'warning', of: ['goal'], params: {} },
  'GOAL-11': { severity: 'info', of: ['goal'], params: {} },
  'GOAL-12': { severity: 'warning', of: ['goal', 'contribution'], params: {} },
  'GOAL-13': { severity: 'info', of: ['goal', 'allocation'], params: {} },
  'GOAL-14': { severity: 'info', of: ['goal'], params: {} },
  'IND-01': { severity: 'warning', of: ['indicator'], params: {} },
  'IND-02': { severity: 'warning', of: ['indicator'], params: {} },
  'IND-03': { severity: 'info', of: ['indicator'], params: { minYears: 3 } },
  'IND-04': { severity: 'warning', of: ['indicator'], params: {} },
  'IND-05': { severity: 'info', of: ['indicator'], params: {} },
  'IND-06': { severity: 'info', of: ['indicator'], params: { gapPoints: 5, gapRelative: 0.1 } },
  'IND-07': { severity: 'warning', of: ['indicator'], params: {} },
  'IND-08': { severity: 'info', of: ['indicator'], params: { maxAgeYears: 2 } },
  'IND-09': { severity: 'warning', of: ['indicator'], params: {} },
  'IND-10': { severity: 'info', of: ['indicator'], params: {} },
  'IND-11': { severity: 'warning', of: ['indicator'], params: {} },
  'IND-12': { severity: 'info', of: ['indicator'], params: {} },
  'RES-01': { severity: 'error', of: ['resourceFrame', 'allocation'], params: {} },
  'RES-02': { severity: 'info', of: ['resourceFrame', 'allocation'], params: {} },
  'RES-03': { severity: 'warning', of: ['allocation'], params: {} },
  'RES-04': { severity: 'warning', of: ['allocation'], params: { devPoints: 3 } },
  'RES-05': { severity: 'warning', of: ['allocation'], params: { perCapitaDev: 0.1 } },
  'RES-06': { severity: 'info', of: ['allocation'], params: {} },
  'RES-07': { severity: 'warning', of: ['goal', 'allocation'], params: {} },
  'RES-08': { severity: 'info', of: ['allocation'], params: {} },
  'RES-09': { severity: 'warning', of: ['activity', 'allocation'], params: {} },
  'ACT-01': { severity: 'error', of: ['activity'], params: {} },
  'ACT-02': { severity: 'error', of: ['activity'], params: {} },
  'ACT-03': { severity: 'error', of: ['activity'], params: {} },
  'ACT-04': { severity: 'error', of: ['activity'], params: {} },
  'ACT-05': { severity: 'error', of: ['activity'], params: {} },
  'ACT-06': { severity: 'warning', of: ['activity', 'contribution'], params: {} },
  'ACT-07': { severity: 'info', of: ['contribution'], params: {} },
  'ACT-08': { severity: 'warning', of: ['activity'], params: {} },
  'ACT-09': { severity: 'warning', of: ['activity'], params: {} },
  'ACT-10': { severity: 'warning', of: ['activity'], params: {} },
  'ACT-11': { severity: 'info', of: ['activity'], params: {} },
  'ACT-12': { severity: 'info', of: ['activity', 'contribution'], params: { lowScore: 1 } },
  'ACT-13': { severity: 'warning', of: ['activity'], params: {} },
  'STK-01': { severity: 'warning', of: ['stakeholder'], params: {} },
  'STK-02': { severity: 'warning', of: ['stakeholder'], params: {} },
  'STK-03': { severity: 'warning', of: ['stakeholder'], params: {} },
  'STK-04': { severity: 'warning', of: ['stakeholder'], params: { graceDays: 30 } },
  'STK-05': { severity: 'warning', of: ['stakeholder'], params: {} },
  'STK-06': { severity: 'warning', of: ['stakeholder'], params: {} },
  'STK-07': { severity: 'info', of: ['stakeholder'], params: {} },
  'STK-09': { severity: 'info', of: ['stakeholder'], params: { minSectors: 3 } },
  'KB-01': { severity: 'warning', of: ['evidence'], params: {} },
  'KB-02': { severity: 'warning', of: ['evidence'], params: {} },
  'KB-03': { severity: 'info', of: ['planningTool'], params: {} },
  'KB-04': { severity: 'info', of: ['evidence'], params: {} },
  'KB-05': { severity: 'warning', of: ['evidence'], params: {} },
  'ANC-01': { severity: 'warning', of: ['supportStructure'], params: {} },
  'ANC-02': { severity: 'info', of: ['supportStructure'], params: {} },
  'ARE-01': { severity: 'warning', of: ['arena'], params: {} },
  'ARE-02': { severity: 'info', of: ['arena'], params: {} },
  'REV-01': { severity: 'warning', of: ['feedback'], params: {} },
  'REV-02': { severity: 'warning', of: ['feedback'], params: {} },
  'REV-03': { severity: 'warning', of: ['feedback'], params: { maxDays: 14 } },
  'REV-04': { severity: 'warning', of: ['reviewStructure'], params: {} },
  'REV-05': { severity: 'info', of: ['reviewStructure'], params: {} },
} as const satisfies Record<string, Rule>

export type Severity = 'info' | 'warning' | 'error'

interface Rule {
  readonly severity: Severity
  /** The kinds it needs: steps that do not say what they ask are asked what the kinds they show call for. */
  readonly of: readonly ItemKind[]
  /** Numbers by name, as the process description or we set them. */
  readonly params: Readonly<Record<string, number>>
}

export type CheckId = keyof typeof rules

/** In the order in which a plan is read. */
export const checkIds = Object.keys(rules) as CheckId[]

/** These speak of any step, whether its process lists them or not. */
export const always: ReadonlySet<CheckId> = new Set(['GEN-01', 'GEN-02', 'GEN-03', 'GEN-04'])
