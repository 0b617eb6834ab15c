import { describe, expect, it } from 'vitest'
import type { CheckCase } from '../support/check-cases.ts'
import { tellings } from '../support/check-cases.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { findingsBy, foundBy, limits } from '../support/checks.ts'

type AllocationParts = NonNullable<ItemParts['allocation']>[number]
type Ground = NonNullable<NonNullable<AllocationParts['grounds']>[number]['type']>

/** Allocations `a1`, `a2`, …, with what there is beside them. */
const allocations = (all: readonly AllocationParts[], beside: ItemParts = {}): PlanParts => ({
  items: { allocation: all.map((one, at) => ({ id: `a${at + 1}`, ...one })), ...beside },
})

/** What is given out in 2027, of a frame of 1000. */
const given = (amounts: readonly number[], more: readonly AllocationParts[] = []): PlanParts => ({
  ...allocations([...amounts.map((amount) => ({ year: 2027, amount })), ...more], {
    resourceFrame: [{ id: 'f27', year: 2027, total: 1000 }],
  }),
  settings: { amountUnit: 'tkr' },
})

const grown = (change: number, said: AllocationParts = {}): AllocationParts => ({
  year: 2027,
  previous: 1000,
  amount: 1000 + 10 * change,
  ...said,
})
const ground = (type: Ground) => ({ grounds: [{ type, description: 'Why' }] })

/** Places in a nursery of an area at so much each. */
const nursery = (area: string, each: number, said: AllocationParts = {}): AllocationParts => ({
  service: 'Nursery',
  area,
  year: 2027,
  amount: each * 100,
  volume: { unit: 'children', value: 100 },
  ...said,
})

/** Activities `ac1`, `ac2`, … that take so much of the allocation `a1`, which has 1000 for them. */
const spending = (...amounts: readonly number[]): PlanParts =>
  allocations([{ developmentFunds: 1000 }], {
    activity: amounts.map((amount, at) => ({ id: `ac${at + 1}`, cost: { amount, allocationId: 'a1' } })),
  })
const unfunded = (amount: number): PlanParts => ({
  items: { activity: [{ id: 'ac1', cost: { amount } }] },
})

const cases: readonly CheckCase[] = [
  ['RES-01', 'more than there is', given([600, 401]), ['f27 total'], given([600, 400])],
  ['RES-02', 'less than there is', given([600, 399]), ['f27 total'], given([600, 400])],
  [
    'RES-02',
    'what another year gives out is not counted',
    given([600], [{ year: 2028, amount: 400 }]),
    ['f27 total'],
    given([600], [{ year: 2027, amount: 400 }]),
  ],
  [
    'RES-03',
    'not why',
    allocations([{ reasonHow: 'By place' }]),
    ['a1 reasonWhy'],
    allocations([{ reasonWhy: 'More children', reasonHow: 'By place' }]),
  ],
  [
    'RES-03',
    'not in what way',
    allocations([{ reasonWhy: 'More children' }]),
    ['a1 reasonHow'],
    allocations([{ reasonWhy: 'More children', reasonHow: 'By place' }]),
  ],
  [
    'RES-04',
    'one grows much more than all together',
    allocations([grown(8.1), grown(2, { previous: 3000, amount: 3099 })]),
    ['a1 grounds'],
    allocations([grown(8.1, ground('equity')), grown(2, { previous: 3000, amount: 3099 })]),
  ],
  [
    'RES-04',
    'one shrinks while the others stand',
    allocations([grown(0), grown(0), grown(0), grown(-5)]),
    ['a4 grounds'],
    allocations([grown(0), grown(0), grown(0), grown(-4)]),
  ],
  [
    'RES-04',
    'a ground that says nothing is none',
    allocations([grown(10, { grounds: [{}] }), grown(0), grown(0)]),
    ['a1 grounds', 'a2 grounds', 'a3 grounds'],
    allocations([grown(3), grown(0), grown(0)]),
  ],
  [
    'RES-05',
    'two areas cost more and less',
    allocations([nursery('East', 88), nursery('West', 112)]),
    ['a1 grounds', 'a2 grounds'],
    allocations([nursery('East', 90), nursery('West', 110)]),
  ],
  [
    'RES-05',
    'a reason that is not factual',
    allocations([
      nursery('East', 88, ground('statutory')),
      nursery('West', 112, ground('politicalPriority')),
    ]),
    ['a2 grounds'],
    allocations([nursery('East', 88, ground('statutory')), nursery('West', 112, ground('geographic'))]),
  ],
  [
    'RES-05',
    'another year is compared on its own',
    allocations([nursery('East', 88), nursery('West', 112)]),
    ['a1 grounds', 'a2 grounds'],
    allocations([nursery('East', 88), nursery('West', 112, { year: 2028 })]),
  ],
  [
    'RES-05',
    'one area is not compared with itself',
    allocations([nursery('East', 88), nursery('West', 112)]),
    ['a1 grounds', 'a2 grounds'],
    allocations([nursery('East', 88), nursery('east ', 112)]),
  ],
  [
    'RES-06',
    'a priority that nobody decided',
    allocations([ground('politicalPriority')]),
    ['a1 decisionRef'],
    allocations([{ ...ground('politicalPriority'), decisionRef: '§ 72' }]),
  ],
  [
    'RES-07',
    'the first of the goals has nothing',
    { items: { goal: [{ id: 'g1', priority: 1 }] } },
    ['g1'],
    allocations([{ goalIds: ['g1'] }], { goal: [{ id: 'g1', priority: 1 }] }),
  ],
  [
    'RES-07',
    'of the first priority',
    { items: { goal: [{ id: 'g1', priority: 1 }] } },
    ['g1'],
    { items: { goal: [{ id: 'g1', priority: 2 }] } },
  ],
  [
    'RES-08',
    'nobody asked whether it is fair',
    allocations([{}]),
    ['a1 equityAssessment'],
    allocations([{ equityAssessment: 'It is.' }]),
  ],
  ['RES-09', 'it costs, and nobody pays', unfunded(1), ['ac1 cost/allocationId'], unfunded(0)],
  [
    'RES-09',
    'two want more than there is',
    spending(600, 401),
    ['ac1 cost/amount', 'ac2 cost/amount'],
    spending(600, 400),
  ],
]

describe('the checks of resources', () => {
  it.each(cases)('CK22 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(cases)('CK22 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it('CK22 several frames of a year are one, and one that says no sum is none', () => {
    const resourceFrame = [{ year: 2027, total: 1000 }, { year: 2027, total: 500 }, { year: 2027 }, {}]
    const plan = allocations([{ year: 2027, amount: 1500 }], { resourceFrame })
    expect([...foundBy('RES-01', plan), ...foundBy('RES-02', plan)]).toEqual([])
    const open = allocations([{ year: 2028, amount: 1 }], { resourceFrame: [{ year: 2028 }] })
    expect([...foundBy('RES-01', open), ...foundBy('RES-02', open)]).toEqual([])
  })

  it('CK22 crumbs of decimal sums are nothing', () => {
    const plan = allocations(
      [
        { year: 2027, amount: 0.1 },
        { year: 2027, amount: 0.2 },
      ],
      { resourceFrame: [{ year: 2027, total: 0.3 }] },
    )
    expect([...foundBy('RES-01', plan), ...foundBy('RES-02', plan)]).toEqual([])
    const cheap = allocations([{ developmentFunds: 0.3 }], {
      activity: [0.1, 0.2].map((amount) => ({ cost: { amount, allocationId: 'a1' } })),
    })
    expect(foundBy('RES-09', cheap)).toEqual([])
  })

  it('CK22 what was nothing before, and what is counted in other units, is not compared', () => {
    const first = allocations([grown(10), grown(50, { previous: 0 }), { year: 2027, amount: 5000 }])
    expect(foundBy('RES-04', first)).toEqual([])
    const places = { volume: { unit: 'places', value: 100 } }
    expect(foundBy('RES-05', allocations([nursery('East', 88), nursery('West', 112, places)]))).toEqual([])
    const nobody = { volume: { unit: 'children', value: 0 } }
    expect(foundBy('RES-05', allocations([nursery('East', 88), nursery('West', 112, nobody)]))).toEqual([])
  })

  it('CK22 what is too much to be a number is not compared', () => {
    const least = Number.MIN_VALUE
    expect(foundBy('RES-04', allocations([grown(0, { previous: least, amount: 1000 }), grown(4)]))).toEqual(
      [],
    )
    const none = { volume: { unit: 'children', value: least } }
    for (const areas of [
      [nursery('East', 88, none), nursery('West', 112)],
      [nursery('East', 88, none), nursery('West', 112, none)],
    ])
      expect(foundBy('RES-05', allocations(areas))).toEqual([])
  })

  it('CK22 a ground is one by its sort or by its words, whatever stands beside it', () => {
    const lone = (grounds: AllocationParts['grounds']) =>
      foundBy('RES-04', allocations([grown(10, { grounds: grounds ?? [] }), grown(4), grown(4), grown(4)]))
    expect(lone([])).toEqual(['a1'])
    expect(lone([{ type: 'equity' }])).toEqual([])
    expect(lone([{ description: 'More children' }])).toEqual([])
    const both = [{ type: 'demographic' }, { type: 'politicalPriority' }] as const
    expect(foundBy('RES-06', allocations([{ grounds: both }]))).toEqual(['a1'])
    const areas = [nursery('East', 88, { grounds: both }), nursery('West', 112, { grounds: both })]
    expect(foundBy('RES-05', allocations(areas))).toEqual([])
  })

  it('CK24 what they name are sums in the plan’s unit, and percent to one decimal', () => {
    const valuesOf = (check: 'RES-01' | 'RES-02' | 'RES-04' | 'RES-05', plan: PlanParts) =>
      findingsBy(check, plan).map(({ values }) => values)
    expect(valuesOf('RES-01', given([1001]))).toEqual([{ diff: 1, unit: 'tkr' }])
    expect(valuesOf('RES-02', given([900]))).toEqual([{ diff: 100, unit: 'tkr' }])
    const uneven = [grown(8.12), grown(0, { previous: 3000, amount: 3099, ...ground('equity') })]
    expect(valuesOf('RES-04', allocations(uneven))).toEqual([{ change: 8.1, avg: 4.5 }])
    // Of all children together, not of each area’s own figure.
    const small = nursery('West', 180, { amount: 1800, volume: { unit: 'children', value: 10 } })
    expect(valuesOf('RES-05', allocations([nursery('East', 100), small]))).toEqual([{ dev: 67.8 }])
    expect(valuesOf('RES-05', allocations([nursery('East', 88), nursery('West', 112)]))).toEqual([
      { dev: -12 },
      { dev: 12 },
    ])
  })

  it('CK25 a facilitator’s limits are asked instead, and a check that is off says nothing', () => {
    const even = allocations([grown(8), grown(0)])
    expect(foundBy('RES-04', even)).toEqual(['a1', 'a2'])
    expect(foundBy('RES-04', { ...even, ...limits('RES-04', { params: { devPoints: 4 } }) })).toEqual([])
    const areas = allocations([nursery('East', 88), nursery('West', 112)])
    expect(foundBy('RES-05', { ...areas, ...limits('RES-05', { params: { perCapitaDev: 0.12 } }) })).toEqual(
      [],
    )
    expect(foundBy('RES-08', { ...allocations([{}]), ...limits('RES-08', { off: true }) })).toEqual([])
  })

  it('CK26 a goal that was dropped needs no money, and an activity that was cancelled takes none', () => {
    const dropped = { id: 'g1', priority: 1, status: 'dropped' } as const
    expect(foundBy('RES-07', { items: { goal: [dropped] } })).toEqual([])
    const [kept, cancelled] = spending(600, 401).items?.activity ?? []
    const plan = allocations([{ developmentFunds: 1000 }], {
      activity: [{ ...kept }, { ...cancelled, status: 'cancelled' }],
    })
    expect(foundBy('RES-09', plan)).toEqual([])
  })

  it('CK27 an allocation that is not there pays for nothing, and one without funds for activities neither', () => {
    const cost = { amount: 1, allocationId: 'a1' }
    expect(tellings('RES-09', { items: { activity: [{ id: 'ac1', cost }] } })).toEqual([
      'ac1 cost/allocationId',
    ])
    expect(tellings('RES-09', allocations([{}], { activity: [{ id: 'ac1', cost }] }))).toEqual([
      'ac1 cost/amount',
    ])
  })
})
