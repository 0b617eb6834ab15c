import { defineKind } from './define.ts'

/** A tool for planning that has been considered. */
export const planningTool = defineKind({
  kind: 'planningTool',
  file: 'planningTools',
  title: 'name',
  fields: {
    name: { is: 'line' },
    assessment: { is: 'text' },
    adopted: { is: 'flag' },
  },
  card: { meta: [], facts: ['assessment', 'adopted'] },
  columns: ['assessment', 'adopted'],
})
