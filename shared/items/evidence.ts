import { defineKind } from './define.ts'

/** A finding that goals and activities rest on, with its source. */
export const evidence = defineKind({
  kind: 'evidence',
  file: 'evidence',
  title: 'title',
  fields: {
    title: { is: 'line' },
    finding: { is: 'text' },
    source: { is: 'line' },
    year: { is: 'year', orNull: true },
    method: {
      is: 'choice',
      of: {
        name: 'method',
        values: [
          'interview',
          'observation',
          'survey',
          'workshop',
          'statistics',
          'serviceJourney',
          'document',
        ],
      },
      optional: true,
    },
    facets: {
      is: 'choices',
      of: {
        name: 'facet',
        values: ['demography', 'resources', 'competence', 'resourceUse', 'quality', 'livingConditions'],
      },
    },
    tags: {
      is: 'choices',
      of: { name: 'tag', values: ['citizenVoice', 'futureRecipients', 'goodExample'] },
    },
    genderDisaggregated: { is: 'flag' },
    relevance: { is: 'scale', name: 'relevance', from: 1, to: 3, optional: true },
    dataSourceId: { is: 'link', to: 'dataSource', optional: true },
    authorId: { is: 'link', to: 'member', optional: true, hidden: true },
  },
  card: { meta: ['source', 'year'], facts: ['finding'] },
  columns: ['source', 'year', 'facets', 'tags'],
})
