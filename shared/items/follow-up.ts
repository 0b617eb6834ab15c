import { defineKind } from './define.ts'
import { gender } from './options.ts'

/** How it went with an indicator or an activity on a day, and what is done about it. */
export const followUp = defineKind({
  kind: 'followUp',
  file: 'followUps',
  afterAgreement: true,
  title: 'date',
  fields: {
    date: { is: 'day', today: true },
    indicatorId: { is: 'link', to: 'indicator', optional: true },
    activityId: { is: 'link', to: 'activity', optional: true },
    value: { is: 'number', optional: true },
    gender: { is: 'choice', of: gender, optional: true },
    status: {
      is: 'choice',
      of: {
        name: 'attainment',
        values: ['reached', 'onTrack', 'atRisk', 'offTrack', 'notStarted', 'done'],
      },
    },
    deviation: { is: 'text' },
    measure: { is: 'text' },
    reportedBy: { is: 'link', to: 'member', optional: true, hidden: true },
  },
  card: { meta: ['status', 'indicatorId', 'activityId'], facts: ['value', 'deviation', 'measure'] },
  columns: ['indicatorId', 'activityId', 'status', 'value', 'deviation', 'measure'],
})
