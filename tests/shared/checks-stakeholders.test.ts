import { describe, expect, it } from 'vitest'
import type { CheckCase } from '../support/check-cases.ts'
import { tellings } from '../support/check-cases.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { findingsBy, foundBy, limits } from '../support/checks.ts'

/* Who is affected and takes part. */

type PartyParts = NonNullable<ItemParts['stakeholder']>[number]

const startedAt = '2026-02-02'
const party = (said: PartyParts = {}): PlanParts => ({
  items: { stakeholder: [{ id: 's1', ...said }] },
  settings: { startedAt },
})
const met = (...dates: readonly string[]) =>
  dates.map((date) => ({ method: 'Workshop', ...(date && { date }) }))
const affected = (...dates: readonly string[]) => party({ affected: 'direct', involvement: met(...dates) })
const sectors = (...all: readonly PartyParts['sector'][]): PlanParts => ({
  items: { stakeholder: all.map((sector) => (sector ? { sector } : {})) },
})

const cases: readonly CheckCase[] = [
  ['STK-01', 'there is nobody', {}, ['plan stakeholder'], party({ affected: 'direct' })],
  [
    'STK-01',
    'all are affected indirectly',
    party({ affected: 'indirect' }),
    ['plan stakeholder'],
    party({ affected: 'direct' }),
  ],
  [
    'STK-02',
    'nothing is said of how',
    party({ affected: 'direct' }),
    ['s1 involvement'],
    affected('2026-02-10'),
  ],
  [
    'STK-02',
    'they are affected directly',
    party({ affected: 'direct' }),
    ['s1 involvement'],
    party({ affected: 'indirect' }),
  ],
  [
    'STK-03',
    'it is blank',
    party({ interestText: ' ' }),
    ['s1 interestText'],
    party({ interestText: 'Shorter queues' }),
  ],
  ['STK-04', 'it begins on day 31', affected('2026-03-05'), ['s1 involvement'], affected('2026-03-04')],
  [
    'STK-04',
    'the first comes late, whatever comes then',
    affected('2026-05-28', '2026-03-20'),
    ['s1 involvement'],
    affected('2026-05-28', '2026-03-01'),
  ],
  [
    'STK-04',
    'they are affected directly',
    affected('2026-05-28'),
    ['s1 involvement'],
    party({ affected: 'indirect', involvement: met('2026-05-28') }),
  ],
  [
    'STK-05',
    'a key player is consulted',
    party({ power: 4, interest: 4, desiredParticipation: 'consult' }),
    ['s1 desiredParticipation'],
    party({ power: 4, interest: 4, desiredParticipation: 'involve' }),
  ],
  [
    'STK-05',
    'a key player is informed',
    party({ power: 5, interest: 4, desiredParticipation: 'inform' }),
    ['s1 desiredParticipation'],
    party({ power: 5, interest: 3, desiredParticipation: 'inform' }),
  ],
  [
    'STK-05',
    'it has power',
    party({ power: 4, interest: 5, desiredParticipation: 'inform' }),
    ['s1 desiredParticipation'],
    party({ power: 3, interest: 5, desiredParticipation: 'inform' }),
  ],
  [
    'STK-06',
    'they are informed',
    party({ impact: 4, power: 2, desiredParticipation: 'inform' }),
    ['s1 desiredParticipation'],
    party({ impact: 4, power: 2, desiredParticipation: 'consult' }),
  ],
  [
    'STK-06',
    'they are left out',
    party({ impact: 5, power: 1, desiredParticipation: 'none' }),
    ['s1 desiredParticipation'],
    party({ impact: 5, power: 3, desiredParticipation: 'none' }),
  ],
  [
    'STK-06',
    'much is at stake',
    party({ impact: 4, power: 1, desiredParticipation: 'none' }),
    ['s1 desiredParticipation'],
    party({ impact: 3, power: 1, desiredParticipation: 'none' }),
  ],
  [
    'STK-07',
    'it is a step lower',
    party({ currentParticipation: 'involve', desiredParticipation: 'collaborate' }),
    ['s1 currentParticipation'],
    party({ currentParticipation: 'collaborate', desiredParticipation: 'collaborate' }),
  ],
  [
    'STK-07',
    'they take no part',
    party({ currentParticipation: 'none', desiredParticipation: 'inform' }),
    ['s1 currentParticipation'],
    party({ currentParticipation: 'empower', desiredParticipation: 'inform' }),
  ],
  [
    'STK-09',
    'there are two',
    sectors('residents', 'state', 'state', undefined),
    ['plan stakeholder'],
    sectors('residents', 'state', 'media'),
  ],
]

describe('the checks of stakeholders', () => {
  it.each(cases)('CK6 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(cases)('CK6 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it('CK6 STK-04 counts the days from the start of the plan to the first day that is said', () => {
    const days = (plan: PlanParts) => findingsBy('STK-04', plan).map(({ values }) => values)
    expect(days(affected('', '2026-05-28'))).toEqual([{ days: 115 }])
    expect(days({ ...affected('2026-05-28'), settings: {} })).toEqual([])
    expect(days(affected(''))).toEqual([])
  })

  it('CK6 STK-09 says how many there are', () => {
    expect(findingsBy('STK-09', sectors('media', 'media')).map(({ values }) => values)).toEqual([{ n: 1 }])
    expect(findingsBy('STK-09', {}).map(({ values }) => values)).toEqual([{ n: 0 }])
  })

  it('CK6 of what nobody has said nothing follows', () => {
    for (const check of ['STK-05', 'STK-06', 'STK-07'] as const)
      expect(foundBy(check, party()), check).toEqual([])
    expect(foundBy('STK-06', party({ impact: 5, desiredParticipation: 'none' }))).toEqual([])
  })

  it('CK9 the facilitator’s limits are asked instead, and a check that is off says nothing', () => {
    const late = affected('2026-03-05')
    const within = { ...late.settings, ...limits('STK-04', { params: { graceDays: 31 } }).settings }
    expect(foundBy('STK-04', { ...late, settings: within })).toEqual([])
    const two = sectors('residents', 'state')
    expect(foundBy('STK-09', { ...two, ...limits('STK-09', { params: { minSectors: 2 } }) })).toEqual([])
    expect(foundBy('STK-09', { ...two, ...limits('STK-09', { off: true }) })).toEqual([])
  })
})
