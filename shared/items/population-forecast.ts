import { defineKind } from './define.ts'
import { gender } from './options.ts'

/** How many people of each age are expected, year by year. */
export const populationForecast = defineKind({
  kind: 'populationForecast',
  file: 'populationForecast',
  single: true,
  title: 'baseYear',
  fields: {
    baseYear: { is: 'year' },
    alternative: {
      is: 'choice',
      of: { name: 'alternative', values: ['main', 'low', 'high', 'other'] },
      first: 'main',
    },
    alternativeCode: { is: 'line', longest: 40, optional: true, hidden: true },
    method: { is: 'line' },
    publishedAt: { is: 'day' },
    source: {
      is: 'group',
      fields: {
        system: { is: 'line', longest: 40 },
        note: { is: 'line', longest: 1000, optional: true },
      },
    },
    unit: { is: 'line', longest: 40 },
    rows: {
      is: 'table',
      by: [
        { name: 'year', is: 'year' },
        { name: 'ageGroup', is: 'word' },
        { name: 'gender', is: 'choice', of: gender },
      ],
      fields: { value: { is: 'number', min: 0 } },
    },
  },
  card: { meta: ['alternative', 'publishedAt'], facts: ['rows', 'method'] },
  columns: ['rows', 'alternative', 'publishedAt', 'method'],
})
