import { defineKind } from './define.ts'

/** Where people meet and take part. */
export const arena = defineKind({
  kind: 'arena',
  file: 'arenas',
  title: 'name',
  fields: {
    name: { is: 'line' },
    kind: {
      is: 'choice',
      of: { name: 'arenaKind', values: ['coCreation', 'advisory', 'digital', 'informal'] },
    },
    status: {
      is: 'choice',
      of: { name: 'arenaStatus', values: ['existing', 'proposed', 'rejected'] },
      first: 'proposed',
    },
    owner: { is: 'line' },
    frequency: { is: 'line' },
    reaches: { is: 'links', to: 'stakeholder' },
  },
  card: { meta: ['kind', 'status', 'frequency'], facts: ['owner'] },
  columns: ['kind', 'status', 'owner', 'frequency', 'reaches'],
})
