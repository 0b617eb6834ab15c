/* Words that more than one field chooses among. */

export const participation = {
  name: 'participation',
  values: ['none', 'inform', 'consult', 'involve', 'collaborate', 'empower'],
} as const

export const gender = { name: 'gender', values: ['K', 'M', 'T'] } as const

export const valueStatus = {
  name: 'valueStatus',
  values: ['final', 'preliminary', 'missing', 'suppressed', 'notApplicable'],
} as const

export const progress = {
  name: 'progress',
  values: ['planned', 'inProgress', 'done', 'delayed', 'cancelled'],
} as const

/** Values by year, for women, men and the total, and for a group where one is named. */
export const byYear = [
  { name: 'year', is: 'year' },
  { name: 'gender', is: 'choice', of: gender },
  { name: 'groupId', is: 'link', to: 'targetGroup', orNone: true },
] as const
