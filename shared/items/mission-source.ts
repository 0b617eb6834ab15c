import { defineKind } from './define.ts'

/** What the plan has to answer to: visions, laws, programmes. */
export const missionSource = defineKind({
  kind: 'missionSource',
  file: 'missionSources',
  title: 'title',
  fields: {
    title: { is: 'line' },
    kind: {
      is: 'choice',
      of: {
        name: 'sourceKind',
        values: [
          'vision',
          'steeringDocument',
          'nationalLaw',
          'nationalPolicy',
          'politicalProgramme',
          'ownerDirective',
        ],
      },
    },
    issuer: { is: 'line' },
    year: { is: 'year' },
    reference: { is: 'line' },
    binding: { is: 'flag' },
    summary: { is: 'text' },
    url: { is: 'line', longest: 2000, address: true, optional: true },
  },
  card: { meta: ['kind', 'issuer', 'year'], facts: ['summary'] },
  columns: ['kind', 'issuer', 'year', 'binding'],
})
