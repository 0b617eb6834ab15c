import type { TypedItem } from '../items/typed.ts'
import { goalsOf } from './connections.ts'
import type { CheckedPlan, Checks, Found } from './define.ts'
import { atItem, atKind } from './place.ts'

/* What the plan answers to. */

/** One finding for the plan: the forecast first, then the living conditions. */
const notBySex = (plan: CheckedPlan): readonly Found[] => {
  const forecasts = plan.items('populationForecast')
  if (!forecasts.some(({ rows }) => rows.some(({ gender }) => gender !== 'T'))) {
    const [first] = forecasts
    return [first ? atItem('populationForecast', first, 'rows') : atKind(plan, 'populationForecast')]
  }
  const areConditions = plan
    .items('evidence')
    .some(({ facets, genderDisaggregated }) => genderDisaggregated && facets.includes('livingConditions'))
  return areConditions ? [] : [atKind(plan, 'evidence')]
}

export const missionChecks: Checks<
  'PUR-01' | 'MIS-01' | 'MIS-02' | 'MIS-03' | 'MIS-04' | 'MIS-05' | 'MIS-06' | 'MIS-07'
> = {
  'PUR-01': (plan) => emptyPurpose(plan).slice(0, 1),
  'MIS-01': (plan) => noSource(plan, 'vision', 'steeringDocument'),
  'MIS-02': (plan) => noSource(plan, 'nationalLaw'),
  'MIS-03': (plan) => noSource(plan, 'politicalProgramme'),
  'MIS-04': (plan, { maxAgeYears }) => {
    const latest = latestForecast(plan)
    if (!latest) return [atKind(plan, 'populationForecast')]
    const age = Number(plan.asOf.slice(0, 4)) - (latest.baseYear ?? -Infinity)
    return age > maxAgeYears ? [atItem('populationForecast', latest, 'baseYear')] : []
  },
  'MIS-05': notBySex,
  'MIS-06': (plan, { minScenarios }) =>
    plan.items('scenario').length < minScenarios ? [atKind(plan, 'scenario')] : [],
  'MIS-07': (plan) => {
    const answered = new Set(goalsOf(plan).flatMap(({ missionSourceIds }) => missionSourceIds))
    return plan
      .items('missionSource')
      .filter(({ id, binding }) => binding && !answered.has(id))
      .map((source) => atItem('missionSource', source))
  },
}

type Source = TypedItem<'missionSource'>

const noSource = (plan: CheckedPlan, ...kinds: readonly Source['kind'][]): readonly Found[] =>
  plan.items('missionSource').some(({ kind }) => kinds.includes(kind)) ? [] : [atKind(plan, 'missionSource')]

/** Its two parts, by whichever name a process has put before theirs. */
const purposePattern = /(^|\.)purpose\.(residents|municipality)$/

/** It speaks of the plan; the place is the first part to write. */
const emptyPurpose = ({ steps }: CheckedPlan): readonly Found[] =>
  steps
    .filter(({ checks }) => checks.has('PUR-01'))
    .flatMap(({ id: stepId, sections }) =>
      sections
        .filter(({ id, isEmpty }) => isEmpty && purposePattern.test(id))
        .map(({ id }) => ({ entityId: null, place: { is: 'section', stepId, id } })),
    )

/** One that does not say its year counts as the oldest. */
const latestForecast = (plan: CheckedPlan): TypedItem<'populationForecast'> | undefined =>
  plan.items('populationForecast').toSorted((a, b) => (b.baseYear ?? 0) - (a.baseYear ?? 0))[0]
