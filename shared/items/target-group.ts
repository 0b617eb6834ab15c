import { defineKind } from './define.ts'

/** Whom goals are for. */
export const targetGroup = defineKind({
  kind: 'targetGroup',
  file: 'targetGroups',
  title: 'name',
  fields: {
    name: { is: 'line' },
    size: { is: 'number', integer: true, min: 0, unit: 'people' },
    ageFrom: { is: 'number', integer: true, min: 0, max: 130 },
    ageTo: { is: 'number', integer: true, min: 0, max: 130 },
  },
  range: { from: 'ageFrom', to: 'ageTo' },
  card: { meta: ['size'], facts: [] },
  columns: ['size', 'ageFrom', 'ageTo'],
})
