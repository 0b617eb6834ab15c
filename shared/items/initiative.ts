import { defineKind } from './define.ts'

/** What residents and organisations want to do themselves, and how it is supported. */
export const initiative = defineKind({
  kind: 'initiative',
  file: 'initiatives',
  title: 'title',
  fields: {
    title: { is: 'line' },
    fromStakeholderId: { is: 'link', to: 'stakeholder' },
    support: { is: 'text' },
    status: {
      is: 'choice',
      of: {
        name: 'initiativeStatus',
        values: ['proposed', 'supported', 'declined', 'running', 'done'],
      },
      first: 'proposed',
    },
  },
  card: { meta: ['status', 'fromStakeholderId'], facts: ['support'] },
  columns: ['fromStakeholderId', 'support', 'status'],
})
