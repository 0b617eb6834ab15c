import { defineKind } from './define.ts'

/** What a service in an area gets in a year, why, and on what grounds. */
export const allocation = defineKind({
  kind: 'allocation',
  file: 'allocations',
  title: 'service',
  titleAlso: 'area',
  fields: {
    service: { is: 'line' },
    area: { is: 'line', orNull: true },
    unitId: { is: 'link', to: 'unit' },
    year: { is: 'year' },
    previous: { is: 'number', unit: 'money' },
    amount: { is: 'number', unit: 'money' },
    reasonWhy: { is: 'text' },
    reasonHow: { is: 'text' },
    grounds: {
      is: 'list',
      entry: 'description',
      fields: {
        type: {
          is: 'choice',
          of: {
            name: 'ground',
            values: [
              'statutory',
              'demographic',
              'socioeconomic',
              'geographic',
              'equity',
              'politicalPriority',
              'unforeseen',
            ],
          },
        },
        description: { is: 'line', longest: 1000 },
        evidenceIds: { is: 'links', to: 'evidence' },
      },
    },
    targetGroupIds: { is: 'links', to: 'targetGroup' },
    goalIds: { is: 'links', to: 'goal' },
    volume: {
      is: 'group',
      orNull: true,
      fields: { unit: { is: 'line', longest: 40 }, value: { is: 'number', min: 0, unit: 'own' } },
    },
    equityAssessment: { is: 'text' },
    developmentFunds: { is: 'number', min: 0, unit: 'money' },
    decisionRef: { is: 'line', orNull: true },
    kostraFunction: { is: 'line', longest: 40, optional: true },
  },
  card: { meta: ['unitId', 'year'], facts: ['amount', 'previous', 'reasonWhy'] },
  columns: ['unitId', 'year', 'previous', 'amount', 'volume/value'],
})
