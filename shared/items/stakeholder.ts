import { defineKind } from './define.ts'
import { participation } from './options.ts'

const grade = (name: string) => ({ is: 'scale', name, from: 1, to: 5 }) as const
const wanted = (name: string) => ({ is: 'scale', name, from: 1, to: 5, optional: true }) as const

/** Who is affected by the plan, or needed for it. */
export const stakeholder = defineKind({
  kind: 'stakeholder',
  file: 'stakeholders',
  title: 'name',
  fields: {
    name: { is: 'line' },
    sector: {
      is: 'choice',
      of: {
        name: 'sector',
        values: [
          'residents',
          'civilSociety',
          'business',
          'municipality',
          'region',
          'state',
          'media',
          'academia',
        ],
      },
    },
    affected: { is: 'choice', of: { name: 'affected', values: ['direct', 'indirect', 'none'] } },
    interestText: { is: 'text' },
    power: grade('grade'),
    interest: grade('grade'),
    influence: grade('grade'),
    impact: grade('grade'),
    currentParticipation: { is: 'choice', of: participation },
    desiredParticipation: { is: 'choice', of: participation },
    involvement: {
      is: 'list',
      entry: 'method',
      fields: {
        method: { is: 'line' },
        date: { is: 'day' },
        owner: { is: 'link', to: 'unit' },
        level: { is: 'choice', of: participation },
      },
    },
    legitimacy: { is: 'flag' },
    urgency: { is: 'flag' },
    stance: { is: 'scale', name: 'stance', from: -2, to: 2 },
    anchoring: {
      is: 'choice',
      of: { name: 'anchoring', values: ['notStarted', 'informed', 'committed'] },
      optional: true,
    },
    desired: {
      is: 'group',
      optional: true,
      fields: {
        power: wanted('grade'),
        interest: wanted('grade'),
        influence: wanted('grade'),
        impact: wanted('grade'),
      },
    },
    representativeUserIds: { is: 'links', to: 'member', hidden: true },
    notes: { is: 'text' },
  },
  card: {
    meta: ['sector', 'affected'],
    facts: ['interestText', 'currentParticipation', 'desiredParticipation'],
  },
  columns: ['sector', 'affected', 'power', 'interest', 'currentParticipation', 'desiredParticipation'],
})
