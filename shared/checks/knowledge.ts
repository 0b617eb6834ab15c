import type { TypedItem } from '../items/typed.ts'
import type { CheckedPlan, Checks, Found } from './define.ts'
import { findsEach } from './found.ts'
import { atItem, atKind, isBlank } from './place.ts'

/* What the plan rests on, and who carries it. */

export const knowledgeChecks: Checks<
  'KB-01' | 'KB-02' | 'KB-03' | 'KB-04' | 'KB-05' | 'ANC-01' | 'ANC-02' | 'ARE-01' | 'ARE-02'
> = {
  'KB-01': (plan) => noTag(plan, 'citizenVoice'),
  'KB-02': (plan) => noTag(plan, 'futureRecipients'),
  'KB-03': (plan) =>
    plan.items('planningTool').some(({ assessment }) => !isBlank(assessment))
      ? []
      : [atKind(plan, 'planningTool')],
  'KB-04': (plan) =>
    plan
      .items('evidence')
      .filter(({ source, year }) => isBlank(source) || year === null)
      .map((one) => atItem('evidence', one, isBlank(one.source) ? 'source' : 'year')),
  'KB-05': (plan) => {
    const covered = new Set(plan.items('evidence').flatMap(({ facets }) => facets))
    const missing = facets.filter((facet) => !covered.has(facet))
    return missing.length > 0 ? [atKind(plan, 'evidence', { facets: missing.join(',') })] : []
  },
  'ANC-01': (plan) => (plan.items('supportStructure').length > 0 ? [] : [atKind(plan, 'supportStructure')]),
  'ANC-02': (plan) =>
    plan.items('supportStructure').some(({ level }) => level === 'political')
      ? []
      : [atKind(plan, 'supportStructure')],
  'ARE-01': (plan) =>
    plan.items('arena').some(({ status }) => status === 'existing') ? [] : [atKind(plan, 'arena')],
  'ARE-02': findsEach('arena', (plan) => plan.items('arena'))(({ owner }) => isBlank(owner), 'owner'),
}

type Evidence = TypedItem<'evidence'>

/** What an analysis has to cover; living conditions are asked for by themselves (MIS-05). */
const facets = ['demography', 'resources', 'competence', 'resourceUse', 'quality'] as const

const noTag = (plan: CheckedPlan, tag: Evidence['tags'][number]): readonly Found[] =>
  plan.items('evidence').some(({ tags }) => tags.includes(tag)) ? [] : [atKind(plan, 'evidence')]
