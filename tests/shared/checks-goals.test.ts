import { describe, expect, it } from 'vitest'
import type { CheckCase } from '../support/check-cases.ts'
import { tellings } from '../support/check-cases.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { findingsBy, foundBy, limits } from '../support/checks.ts'

type GoalParts = NonNullable<ItemParts['goal']>[number]

/** One goal `g1`, with what there is beside it. */
const goal = (said: GoalParts = {}, beside: ItemParts = {}): PlanParts => ({
  items: { goal: [{ id: 'g1', ...said }], ...beside },
})
const goals = (n: number): PlanParts => ({
  items: { goal: Array.from({ length: n }, (_, at) => ({ id: `g${at}` })) },
})
const indicators = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `i${at + 1}` }))
const ids = (n: number) => indicators(n).map(({ id }) => id)
const parties = { stakeholder: [{ id: 's1' }, { id: 's2' }] }
const period = { from: '2027-01-01', to: '2029-12-31' }

const aimedAt = (year: number): PlanParts => ({
  ...goal(
    { indicatorIds: ['i1', 'i2'] },
    { indicator: [{ id: 'i1' }, { id: 'i2', targets: [{ year, gender: 'T', value: 70 }] }] },
  ),
  settings: { period },
})
const contributing = (score: number): PlanParts =>
  goal({}, { activity: [{ id: 'ac1' }], contribution: [{ activityId: 'ac1', goalId: 'g1', score }] })

const cases: readonly CheckCase[] = [
  [
    'GOAL-01',
    'there is no indicator',
    goal(),
    ['g1 indicatorIds'],
    goal({ indicatorIds: ['i1'] }, { indicator: [{ id: 'i1' }] }),
  ],
  [
    'GOAL-01',
    'nobody says how it is judged either',
    goal({ qualitativeAssessment: ' ' }),
    ['g1 indicatorIds'],
    goal({ qualitativeAssessment: 'In talks with those who live there.' }),
  ],
  [
    'GOAL-02',
    'it rests on nothing',
    goal(),
    ['g1 evidenceIds'],
    goal({ evidenceIds: ['e1'] }, { evidence: [{ id: 'e1' }] }),
  ],
  ['GOAL-03', 'there are eleven', goals(11), ['plan goal'], goals(10)],
  [
    'GOAL-04',
    'it has five indicators',
    goal({ indicatorIds: ids(5) }, { indicator: indicators(5) }),
    ['g1 indicatorIds'],
    goal({ indicatorIds: ids(4) }, { indicator: indicators(5) }),
  ],
  [
    'GOAL-04',
    'the plan has 26 indicators',
    { items: { indicator: indicators(26) } },
    ['plan indicator'],
    { items: { indicator: indicators(25) } },
  ],
  [
    'GOAL-05',
    'little influence, and nobody shares it',
    goal({ influence: 2 }),
    ['g1 sharedWith'],
    goal({ influence: 3 }),
  ],
  [
    'GOAL-05',
    'little influence, and no party',
    goal({ influence: 1 }, parties),
    ['g1 sharedWith'],
    goal({ influence: 1, sharedWith: [{ stakeholderId: 's1' }] }, parties),
  ],
  [
    'GOAL-06',
    'two parties have promised nothing',
    goal({ sharedWith: [{ stakeholderId: 's1' }, { stakeholderId: 's2', commitment: ' ' }] }, parties),
    ['g1 sharedWith/s1/commitment', 'g1 sharedWith/s2/commitment'],
    goal({ sharedWith: [{ stakeholderId: 's1', commitment: 'Twenty places' }] }, parties),
  ],
  [
    'GOAL-07',
    'it is for nobody',
    goal(),
    ['g1 targetGroupIds'],
    goal({ targetGroupIds: ['t1'] }, { targetGroup: [{ id: 't1' }] }),
  ],
  ['GOAL-08', 'its targets are of the plan before', aimedAt(2026), ['g1 indicatorIds'], aimedAt(2027)],
  [
    'GOAL-08',
    'its indicators have no target, and the plan no period',
    goal({ indicatorIds: ['i1'] }, { indicator: [{ id: 'i1' }] }),
    ['g1 indicatorIds'],
    { ...aimedAt(2026), settings: {} },
  ],
  [
    'GOAL-09',
    'no other plan has it',
    goal({}, { planLink: [{ id: 'p1' }] }),
    ['g1'],
    goal({}, { planLink: [{ id: 'p1', goalId: 'g1' }] }),
  ],
  [
    'GOAL-10',
    'nobody asks for results',
    goal(),
    ['g1 resultOwner/unitId'],
    goal({ resultOwner: { role: 'The chair' } }),
  ],
  [
    'GOAL-10',
    'its unit is no unit of the plan',
    goal({ resultOwner: { unitId: 'gone' } }),
    ['g1 resultOwner/unitId'],
    {
      ...goal({ resultOwner: { unitId: 'there' } }),
      settings: { units: [{ id: 'there', name: 'The board', kind: 'committee' }] },
    },
  ],
  ['GOAL-11', 'equality', goal(), ['g1 equalityNote'], goal({ equalityNote: 'Young men most.' })],
  ['GOAL-12', 'nothing is done for it', contributing(0), ['g1'], contributing(1)],
  [
    'GOAL-13',
    'no money is for it',
    goal({}, { allocation: [{ id: 'a1' }] }),
    ['g1'],
    goal({}, { allocation: [{ id: 'a1', goalIds: ['g1'] }] }),
  ],
  [
    'GOAL-14',
    'nobody says when it is assessed',
    goal(),
    ['g1 assessmentRoutine'],
    goal({ assessmentRoutine: 'Twice a year' }),
  ],
]

describe('the checks of goals', () => {
  it.each(cases)('CK20 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(cases)('CK20 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it('CK24 what they name are counts, limits and parties', () => {
    const valuesOf = (check: 'GOAL-03' | 'GOAL-04' | 'GOAL-06', plan: PlanParts) =>
      findingsBy(check, plan).map(({ values }) => values)
    expect(valuesOf('GOAL-03', goals(11))).toEqual([{ n: 11 }])
    const five = goal({ indicatorIds: ids(5) }, { indicator: indicators(26) })
    expect(valuesOf('GOAL-04', five)).toEqual([
      { n: 26, max: 25 },
      { n: 5, max: 4 },
    ])
    expect(valuesOf('GOAL-06', goal({ sharedWith: [{ stakeholderId: 's2' }] }, parties))).toEqual([
      { party: 's2' },
    ])
  })

  it('CK25 a facilitator’s limit is asked instead, and a check that is off says nothing', () => {
    expect(foundBy('GOAL-03', { ...goals(3), ...limits('GOAL-03', { params: { maxGoals: 2 } }) })).toEqual([
      null,
    ])
    expect(foundBy('GOAL-03', { ...goals(11), ...limits('GOAL-03', { params: { maxGoals: 11 } }) })).toEqual(
      [],
    )
    expect(foundBy('GOAL-03', { ...goals(11), ...limits('GOAL-03', { off: true }) })).toEqual([])
    const two = goal({ indicatorIds: ids(2) }, { indicator: indicators(2) })
    expect(foundBy('GOAL-04', { ...two, ...limits('GOAL-04', { params: { maxPerGoal: 1 } }) })).toEqual([
      'g1',
    ])
    expect(foundBy('GOAL-04', { ...two, ...limits('GOAL-04', { params: { maxIndicators: 1 } }) })).toEqual([
      null,
    ])
    const influence = limits('GOAL-05', { params: { lowInfluence: 3 } })
    expect(foundBy('GOAL-05', { ...goal({ influence: 3 }), ...influence })).toEqual(['g1'])
  })

  it('CK26 nothing is asked of a goal that was dropped, and it counts for nothing', () => {
    const checks = cases.map(([check]) => check).filter((check) => check.startsWith('GOAL'))
    const dropped = goal(
      { status: 'dropped', influence: 1, indicatorIds: ids(5) },
      {
        indicator: indicators(5),
      },
    )
    for (const check of checks) expect(foundBy(check, dropped), check).toEqual([])
    const eleven = goals(11).items?.goal ?? []
    const ten = eleven.map((one, at) => (at === 0 ? { ...one, status: 'dropped' as const } : one))
    expect(foundBy('GOAL-03', { items: { goal: ten } })).toEqual([])
  })

  it('CK27 a link to what is not there any more is none', () => {
    const gone = goal({
      indicatorIds: ['x'],
      evidenceIds: ['x'],
      targetGroupIds: ['x'],
      influence: 1,
      sharedWith: [{ stakeholderId: 'x' }],
    })
    expect(foundBy('GOAL-01', gone)).toEqual(['g1'])
    expect(foundBy('GOAL-02', gone)).toEqual(['g1'])
    expect(foundBy('GOAL-05', gone)).toEqual(['g1'])
    expect(foundBy('GOAL-06', gone)).toEqual([])
    expect(foundBy('GOAL-07', gone)).toEqual(['g1'])
    expect(foundBy('GOAL-08', gone)).toEqual([])
  })
})
