import { defineKind } from './define.ts'
import { progress } from './options.ts'

/** What is done to reach the goals: why, what, how, when, and how it is followed up. */
export const activity = defineKind({
  kind: 'activity',
  file: 'activities',
  title: 'title',
  fields: {
    title: { is: 'line' },
    why: { is: 'text' },
    what: { is: 'text' },
    how: { is: 'text' },
    start: { is: 'day' },
    end: { is: 'day' },
    responsibleUnitId: { is: 'link', to: 'unit' },
    involvedStakeholderIds: { is: 'links', to: 'stakeholder' },
    raci: {
      is: 'table',
      by: [{ name: 'partyId', is: 'link', to: 'stakeholder' }],
      optional: true,
      hidden: true,
      asRecord: true,
      fields: { value: { is: 'choice', of: { name: 'raci', values: ['R', 'A', 'C', 'I'] } } },
    },
    cost: {
      is: 'group',
      orNull: true,
      fields: {
        amount: { is: 'number', min: 0, unit: 'money' },
        unit: { is: 'line', longest: 40, hidden: true },
        fte: { is: 'number', min: 0, unit: 'positions' },
        allocationId: { is: 'link', to: 'allocation', orNull: true },
      },
    },
    subActivities: {
      is: 'list',
      entry: 'title',
      ids: true,
      span: { from: 'start', to: 'end' },
      fields: {
        title: { is: 'line' },
        start: { is: 'day' },
        end: { is: 'day' },
        responsible: { is: 'line' },
        status: { is: 'choice', of: progress, first: 'planned' },
      },
    },
    followUp: {
      is: 'group',
      orNull: true,
      fields: {
        method: { is: 'line', longest: 1000 },
        indicatorIds: { is: 'links', to: 'indicator' },
        frequency: {
          is: 'choice',
          of: {
            name: 'frequency',
            values: ['weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'once'],
          },
        },
        nextDate: { is: 'day' },
        reportsTo: { is: 'line' },
      },
    },
    status: { is: 'choice', of: progress, first: 'planned', reported: true },
    progress: { is: 'number', integer: true, min: 0, max: 100, unit: 'percent', reported: true },
    remediesShortcoming: { is: 'flag' },
    evidenceIds: { is: 'links', to: 'evidence' },
  },
  card: { meta: [], facts: ['why', 'what', 'span', 'cost/amount'], joined: ['contribution'] },
  span: { from: 'start', to: 'end' },
  columns: ['responsibleUnitId', 'span', 'cost/amount', 'status'],
})
