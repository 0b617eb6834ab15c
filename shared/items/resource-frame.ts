import { defineKind } from './define.ts'

/** The money there is for a year, and where it comes from. */
export const resourceFrame = defineKind({
  kind: 'resourceFrame',
  file: 'resourceFrame',
  single: true,
  title: 'year',
  fields: {
    year: { is: 'year' },
    total: { is: 'number', unit: 'money' },
    unit: { is: 'line', longest: 40, hidden: true },
    assumptions: { is: 'text' },
    sources: {
      is: 'list',
      entry: 'label',
      fields: { label: { is: 'line' }, amount: { is: 'number', unit: 'money' } },
    },
  },
  card: { meta: [], facts: ['total', 'assumptions'] },
  columns: ['total', 'assumptions'],
})
