import { describe, expect, it } from 'vitest'
import type { CheckCase } from '../support/check-cases.ts'
import { tellings } from '../support/check-cases.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { findingsBy, foundBy, limits, today } from '../support/checks.ts'

type ActivityParts = NonNullable<ItemParts['activity']>[number]
type ContributionParts = NonNullable<ItemParts['contribution']>[number]

const settings = {
  period: { from: '2027-01-01', to: '2029-12-31' },
  units: [{ id: 'u1', name: 'The board', kind: 'committee' as const }],
}

/** One activity `ac1`, with what there is beside it. */
const activity = (said: ActivityParts = {}, beside: ItemParts = {}): PlanParts => ({
  items: { activity: [{ id: 'ac1', ...said }], ...beside },
  settings,
})
const contributing = (said: ContributionParts, more: ActivityParts = {}): PlanParts =>
  activity(more, {
    goal: [{ id: 'g1' }],
    contribution: [{ activityId: 'ac1', goalId: 'g1', ...said }],
  })
const from = (start: string, end: string) => activity({ start, end })

/** A part `p1` of an activity that lasts through 2027. */
const part = (start: string, end: string, whole: ActivityParts = {}) =>
  activity({
    start: '2027-01-01',
    end: '2027-12-31',
    ...whole,
    subActivities: [{ id: 'p1', title: 'Hire', start, end }],
  })

/** Activities `ac1`, `ac2`, … that cost so much; `score`: what the first does for a goal. */
const costing = (amounts: readonly number[], score = 0): PlanParts => ({
  items: {
    activity: amounts.map((amount, at) => ({ id: `ac${at + 1}`, cost: { amount } })),
    goal: [{ id: 'g1' }],
    contribution: [{ activityId: 'ac1', goalId: 'g1', score }],
  },
})

const cases: readonly CheckCase[] = [
  ['ACT-01', 'not why', activity({ why: ' ' }), ['ac1 why'], activity({ why: 'They are lonely.' })],
  ['ACT-02', 'not what', activity(), ['ac1 what'], activity({ what: 'A café.' })],
  ['ACT-02', 'nor its parts', activity(), ['ac1 what'], activity({ subActivities: [{ title: 'Hire' }] })],
  ['ACT-03', 'not how', activity(), ['ac1 how'], activity({ how: 'With the club.' })],
  [
    'ACT-03',
    'nor with whom',
    activity({ involvedStakeholderIds: ['s1'] }),
    ['ac1 how'],
    activity({ involvedStakeholderIds: ['s1'] }, { stakeholder: [{ id: 's1' }] }),
  ],
  [
    'ACT-03',
    'nor for how much',
    activity({ cost: { unit: 'tkr' } }),
    ['ac1 how'],
    activity({ cost: { unit: 'tkr', amount: 0 } }),
  ],
  ['ACT-04', 'not from when', from('', '2027-12-31'), ['ac1 start'], from('2027-01-01', '2027-12-31')],
  ['ACT-04', 'not until when', from('2027-01-01', ''), ['ac1 end'], from('2027-01-01', '2027-12-31')],
  [
    'ACT-05',
    'not followed up by any method',
    activity({ followUp: { frequency: 'yearly' } }),
    ['ac1 followUp/method'],
    activity({ followUp: { method: 'Interviews' } }),
  ],
  ['ACT-06', 'it does nothing', contributing({ score: 0 }), ['ac1'], contributing({ score: 1 })],
  [
    'ACT-07',
    'it is said to do much, and nobody says why',
    contributing({ score: 2 }),
    ['ac1 rationale'],
    contributing({ score: 2, rationale: 'It did elsewhere.' }),
  ],
  ['ACT-07', 'it does much', contributing({ score: 2 }), ['ac1 rationale'], contributing({ score: 1 })],
  [
    'ACT-08',
    'it ends before it begins',
    from('2027-02-01', '2027-01-31'),
    ['ac1 end'],
    from('2027-02-01', '2027-02-01'),
  ],
  [
    'ACT-08',
    'it begins before the plan',
    from('2026-12-31', '2027-06-30'),
    ['ac1 start'],
    from('2027-01-01', '2027-06-30'),
  ],
  [
    'ACT-08',
    'it ends after the plan',
    from('2027-01-01', '2030-01-01'),
    ['ac1 end'],
    from('2027-01-01', '2029-12-31'),
  ],
  [
    'ACT-08',
    'it ends after the plan, and nobody says when it begins',
    from('', '2030-01-01'),
    ['ac1 end'],
    { ...from('', '2030-01-01'), settings: { units: [] } },
  ],
  [
    'ACT-09',
    'a part begins before the whole',
    part('2026-12-31', '2027-06-30'),
    ['p1 subActivities/p1/start'],
    part('2027-01-01', '2027-06-30'),
  ],
  [
    'ACT-09',
    'a part ends after the whole',
    part('', '2028-01-01'),
    ['p1 subActivities/p1/end'],
    part('', '2027-12-31'),
  ],
  [
    'ACT-09',
    'a part ends before the whole begins',
    part('', '2026-12-31'),
    ['p1 subActivities/p1/end'],
    part('', '2026-12-31', { start: '' }),
  ],
  [
    'ACT-10',
    'nobody answers for it',
    activity({ responsibleUnitId: 'gone' }),
    ['ac1 responsibleUnitId'],
    activity({ responsibleUnitId: 'u1' }),
  ],
  [
    'ACT-11',
    'no analysis found what it remedies',
    activity({ remediesShortcoming: true, evidenceIds: ['e1'] }),
    ['ac1 evidenceIds'],
    activity({ remediesShortcoming: true, evidenceIds: ['e1'] }, { evidence: [{ id: 'e1' }] }),
  ],
  [
    'ACT-11',
    'it remedies something',
    activity({ remediesShortcoming: true }),
    ['ac1 evidenceIds'],
    activity({ remediesShortcoming: false }),
  ],
  [
    'ACT-12',
    'much money, little use',
    costing([4, 1, 2, 3], 1),
    ['ac1 cost/amount'],
    costing([4, 1, 2, 3], 2),
  ],
  ['ACT-12', 'dearer than three quarters', costing([4, 1, 2, 3]), ['ac1 cost/amount'], costing([4, 1, 2, 4])],
  [
    'ACT-13',
    'its last day was yesterday',
    activity({ end: '2026-11-14' }),
    ['ac1 status'],
    activity({ end: today }),
  ],
  [
    'ACT-13',
    'it goes on',
    activity({ end: '2026-11-14', status: 'delayed' }),
    ['ac1 status'],
    activity({ end: '2026-11-14', status: 'done' }),
  ],
]

describe('the checks of activities', () => {
  it.each(cases)('CK23 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(cases)('CK23 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it('CK23 of fewer than four that cost anything none is dear', () => {
    expect(foundBy('ACT-12', costing([9, 1, 1]))).toEqual([])
    expect(foundBy('ACT-12', costing([9, 0, 0, 0, 0]))).toEqual([])
    expect(foundBy('ACT-12', costing([9, 9, 1, 1, 1, 1, 1, 1], 2))).toEqual(['ac2'])
  })

  it('CK24 a contribution is told of its activity, names its goal, and leads to its own field', () => {
    const [found] = findingsBy('ACT-07', contributing({ score: 3 }))
    expect(found).toMatchObject({
      entityId: 'ac1',
      values: { goal: 'g1' },
      place: { is: 'item', kind: 'contribution', id: 'ac1:g1', field: 'rationale' },
    })
  })

  it('CK25 a facilitator’s limit is asked instead, and a check that is off says nothing', () => {
    const dear = costing([4, 1, 2, 3], 3)
    expect(foundBy('ACT-12', { ...dear, ...limits('ACT-12', { params: { lowScore: 3 } }) })).toEqual(['ac1'])
    expect(foundBy('ACT-01', { ...activity(), ...limits('ACT-01', { off: true }) })).toEqual([])
  })

  it('CK26 nothing is asked of an activity that was cancelled, nor of such a part', () => {
    const cancelled = contributing(
      { score: 3 },
      {
        status: 'cancelled',
        start: '2026-02-01',
        end: '2026-01-01',
        remediesShortcoming: true,
        subActivities: [{ id: 'p1', start: '2020-01-01' }],
      },
    )
    for (const check of new Set(cases.map(([id]) => id))) expect(foundBy(check, cancelled), check).toEqual([])
    expect(foundBy('GOAL-12', cancelled)).toEqual(['g1'])
    const late = { id: 'p1', start: '2028-01-01', status: 'cancelled' } as const
    expect(foundBy('ACT-09', activity({ end: '2027-12-31', subActivities: [late] }))).toEqual([])
  })

  it('CK26 what is done for a goal that was dropped is nothing', () => {
    const contribution = [{ activityId: 'ac1', goalId: 'g1', score: 3 }]
    const dropped = activity({}, { goal: [{ id: 'g1', status: 'dropped' }], contribution })
    expect(foundBy('ACT-06', dropped)).toEqual(['ac1'])
    expect(foundBy('ACT-07', dropped)).toEqual([])
  })
})
