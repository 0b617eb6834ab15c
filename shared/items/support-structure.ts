import { defineKind } from './define.ts'

/** Who carries the process, and with what mandate. */
export const supportStructure = defineKind({
  kind: 'supportStructure',
  file: 'structures',
  title: 'name',
  fields: {
    name: { is: 'line' },
    level: {
      is: 'choice',
      of: {
        name: 'structureLevel',
        values: ['political', 'administrative', 'participation', 'partner'],
      },
    },
    members: { is: 'list', entry: 'member', plain: 'values', fields: { member: { is: 'line' } } },
    mandate: { is: 'text' },
    meetingRhythm: { is: 'line' },
    owner: { is: 'line' },
  },
  card: { meta: ['level', 'meetingRhythm'], facts: ['mandate'] },
  columns: ['level', 'mandate', 'meetingRhythm', 'owner'],
})
