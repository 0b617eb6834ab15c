import { defineKind } from './define.ts'

/** A possible future, and what it would mean. */
export const scenario = defineKind({
  kind: 'scenario',
  file: 'scenarios',
  title: 'title',
  fields: {
    title: { is: 'line' },
    description: { is: 'text' },
    likelihood: { is: 'scale', name: 'likelihood', from: 1, to: 5 },
    impact: { is: 'scale', name: 'effect', from: 1, to: 5 },
    axes: {
      is: 'list',
      entry: 'axis',
      plain: 'record',
      fields: { axis: { is: 'line', longest: 100 }, end: { is: 'line', longest: 100 } },
    },
    consequences: { is: 'text' },
    signals: { is: 'list', entry: 'signal', plain: 'values', fields: { signal: { is: 'line' } } },
  },
  card: { meta: ['likelihood', 'impact'], facts: ['description', 'consequences'] },
  columns: ['likelihood', 'impact', 'description'],
})
