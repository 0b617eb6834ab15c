import { defineKind } from './define.ts'

/** Another plan in which a goal has to stand. */
export const planLink = defineKind({
  kind: 'planLink',
  file: 'planLinks',
  title: 'plan',
  titleAlso: 'chapter',
  fields: {
    plan: { is: 'line' },
    chapter: { is: 'line' },
    goalId: { is: 'link', to: 'goal' },
    planType: {
      is: 'choice',
      of: {
        name: 'planType',
        values: [
          'communityPlan',
          'landUsePlan',
          'actionAndEconomyPlan',
          'thematicPlan',
          'agreement',
          'other',
        ],
      },
    },
    status: {
      is: 'choice',
      of: { name: 'planStatus', values: ['proposed', 'draft', 'negotiation', 'adopted'] },
      first: 'proposed',
    },
    revisionYear: { is: 'year' },
    owner: { is: 'line' },
  },
  card: { meta: ['planType', 'status', 'revisionYear'], facts: ['goalId'] },
  columns: ['goalId', 'planType', 'status', 'revisionYear', 'owner'],
})
