import { defineKind } from './define.ts'
import { byYear, valueStatus } from './options.ts'

const series = {
  is: 'table',
  by: byYear,
  fields: {
    value: { is: 'number', orNull: true },
    status: { is: 'choice', of: valueStatus, optional: true },
  },
} as const

/** What stands for a result, year by year. */
export const indicator = defineKind({
  kind: 'indicator',
  file: 'indicators',
  title: 'name',
  fields: {
    name: { is: 'line' },
    definition: { is: 'text' },
    unit: { is: 'line', longest: 40 },
    decimals: { is: 'number', integer: true, min: 0, max: 6 },
    direction: {
      is: 'choice',
      of: { name: 'direction', values: ['increase', 'decrease', 'maintain', 'range'] },
    },
    level: {
      is: 'choice',
      of: { name: 'indicatorLevel', values: ['input', 'activity', 'output', 'quality', 'outcome', 'impact'] },
    },
    personRelated: { is: 'flag' },
    monitorOnly: { is: 'flag' },
    providerScope: {
      is: 'choice',
      of: { name: 'providerScope', values: ['own', 'contracted', 'all'] },
      optional: true,
    },
    values: { ...series, reported: true },
    baseline: {
      is: 'group',
      optional: true,
      fields: {
        year: { is: 'year' },
        value: { is: 'number' },
        K: { is: 'number', optional: true },
        M: { is: 'number', optional: true },
      },
    },
    targets: { is: 'table', by: byYear, fields: { value: { is: 'number' } } },
    comparisons: {
      is: 'list',
      entry: 'label',
      fields: {
        kind: {
          is: 'choice',
          of: {
            name: 'comparison',
            values: ['similarMunicipalities', 'kostraGroup', 'region', 'country', 'municipality'],
          },
        },
        label: { is: 'line' },
        members: { is: 'opaque', optional: true, hidden: true },
        groupId: { is: 'line', optional: true, hidden: true },
        values: series,
      },
    },
    qualityTest: {
      is: 'group',
      optional: true,
      fields: {
        userPerspective: { is: 'flag' },
        measuresEffect: { is: 'flag' },
        comparable: { is: 'flag' },
        timeSeries: { is: 'flag' },
        genderSplit: { is: 'flag' },
      },
    },
    source: {
      is: 'group',
      fields: {
        system: { is: 'line', longest: 40 },
        note: { is: 'line' },
        externalRef: { is: 'opaque', hidden: true },
        licence: { is: 'line' },
      },
    },
    createdAt: { is: 'day', today: true, hidden: true },
  },
  card: { meta: ['level', 'direction'], facts: ['values', 'targets'] },
  columns: ['level', 'direction', 'values', 'targets'],
  figure: { series: 'values', targets: 'targets', unit: 'unit', decimals: 'decimals' },
  derived: [{ name: 'goalIds', kind: 'goal', field: 'indicatorIds' }],
})
