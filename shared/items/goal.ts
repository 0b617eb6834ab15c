import { defineKind } from './define.ts'

/** What the plan wants to reach. SKR wants few of them. */
export const goal = defineKind({
  kind: 'goal',
  file: 'goals',
  title: 'title',
  fields: {
    title: { is: 'line' },
    number: { is: 'number', integer: true, min: 1, max: 999, next: true },
    description: { is: 'text' },
    kind: {
      is: 'choice',
      of: {
        name: 'goalKind',
        values: ['qualityGoal', 'developmentGoal', 'communityGoal', 'organisationGoal'],
      },
    },
    level: {
      is: 'choice',
      of: { name: 'goalLevel', values: ['strategic', 'operational'] },
      first: 'strategic',
    },
    priority: { is: 'scale', name: 'priority', from: 1, to: 3 },
    influence: { is: 'scale', name: 'influence', from: 1, to: 5 },
    influenceRationale: { is: 'text' },
    sharedWith: {
      is: 'table',
      by: [{ name: 'stakeholderId', is: 'link', to: 'stakeholder' }],
      mark: true,
      fields: {
        commitment: { is: 'line' },
        role: { is: 'choice', of: { name: 'partyRole', values: ['lead', 'partner'] }, optional: true },
      },
    },
    targetGroupIds: { is: 'links', to: 'targetGroup' },
    indicatorIds: { is: 'links', to: 'indicator' },
    qualitativeAssessment: { is: 'text', optional: true },
    evidenceIds: { is: 'links', to: 'evidence' },
    missionSourceIds: { is: 'links', to: 'missionSource' },
    equalityNote: { is: 'text' },
    resultOwner: {
      is: 'group',
      fields: { unitId: { is: 'link', to: 'unit' }, role: { is: 'line' } },
    },
    assessmentRoutine: { is: 'line' },
    status: {
      is: 'choice',
      of: { name: 'goalStatus', values: ['draft', 'proposed', 'agreed', 'dropped'] },
      first: 'draft',
    },
  },
  card: {
    number: 'number',
    meta: ['kind', 'priority', 'influence'],
    facts: ['targetGroupIds'],
    rows: ['indicatorIds'],
  },
  columns: ['kind', 'priority', 'influence', 'sharedWith', 'indicatorIds'],
})
