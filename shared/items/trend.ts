import { defineKind } from './define.ts'

/** Something outside that is changing. */
export const trend = defineKind({
  kind: 'trend',
  file: 'trends',
  title: 'title',
  fields: {
    title: { is: 'line' },
    direction: {
      is: 'choice',
      of: { name: 'trendDirection', values: ['increasing', 'decreasing', 'stable'] },
    },
    impact: { is: 'scale', name: 'effect', from: 1, to: 5 },
    certainty: { is: 'scale', name: 'certainty', from: 1, to: 5 },
  },
  card: { meta: ['direction', 'impact', 'certainty'], facts: [] },
  columns: ['direction', 'impact', 'certainty'],
})
