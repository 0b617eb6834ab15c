import { defineKind } from './define.ts'

/** Where figures come from. */
export const dataSource = defineKind({
  kind: 'dataSource',
  file: 'dataSources',
  title: 'title',
  fields: {
    title: { is: 'line' },
    system: {
      is: 'choice',
      of: { name: 'system', values: ['kolada', 'scb', 'ssb', 'kostra', 'local', 'other'] },
    },
    externalId: { is: 'line' },
    url: { is: 'line', longest: 2000, address: true, optional: true },
    licence: { is: 'line' },
    retrievedAt: { is: 'day' },
  },
  card: { meta: ['system', 'retrievedAt'], facts: [] },
  columns: ['system', 'externalId', 'licence', 'retrievedAt'],
})
