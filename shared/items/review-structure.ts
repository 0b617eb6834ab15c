import { defineKind } from './define.ts'

/** A system that catches what really happens. */
export const reviewStructure = defineKind({
  kind: 'reviewStructure',
  file: 'reviewStructures',
  title: 'name',
  fields: {
    name: { is: 'line' },
    catches: { is: 'line', longest: 1000 },
    owner: { is: 'line' },
    frequency: { is: 'line' },
    linkedGoalIds: { is: 'links', to: 'goal' },
  },
  card: { meta: ['owner', 'frequency'], facts: ['catches'] },
  columns: ['catches', 'owner', 'frequency', 'linkedGoalIds'],
})
