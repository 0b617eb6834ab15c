import { describe, expect, it } from 'vitest'
import type { CheckCase } from '../support/check-cases.ts'
import { tellings } from '../support/check-cases.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { findingsBy, foundBy, limits } from '../support/checks.ts'

/* What the plan answers to, and what it knows of its surroundings. */

const items = (all: ItemParts): PlanParts => ({ items: all })
const source = (said: NonNullable<ItemParts['missionSource']>[number]) =>
  items({ missionSource: [{ id: 'ms1', ...said }] })
const forecast = (said: NonNullable<ItemParts['populationForecast']>[number]) => ({
  populationForecast: [{ id: 'pf1', ...said }],
})
const women = { year: 2026, ageGroup: '0-19', gender: 'K', value: 100 } as const
const together = { ...women, gender: 'T' } as const
const conditions = { id: 'e1', facets: ['livingConditions'], genderDisaggregated: true } as const
const scenarios = (n: number) => items({ scenario: Array.from({ length: n }, () => ({})) })
const binding = { missionSource: [{ id: 'ms1', binding: true }] }

const purpose = (residents: string, municipality: string, prefix = ''): PlanParts => ({
  steps: [
    {
      sections: [
        { id: `${prefix}purpose.residents`, words: residents },
        { id: `${prefix}purpose.municipality`, words: municipality },
      ],
    },
  ],
})

const cases: readonly CheckCase[] = [
  [
    'MIS-01',
    'there is only a law',
    source({ kind: 'nationalLaw' }),
    ['plan missionSource'],
    source({ kind: 'vision' }),
  ],
  ['MIS-01', 'there is nothing', {}, ['plan missionSource'], source({ kind: 'steeringDocument' })],
  [
    'MIS-02',
    'there is only a vision',
    source({ kind: 'vision' }),
    ['plan missionSource'],
    source({ kind: 'nationalLaw' }),
  ],
  [
    'MIS-03',
    'there is only a vision',
    source({ kind: 'vision' }),
    ['plan missionSource'],
    source({ kind: 'politicalProgramme' }),
  ],
  ['MIS-04', 'there is no forecast', {}, ['plan populationForecast'], items(forecast({ baseYear: 2026 }))],
  [
    'MIS-04',
    'it is three years old',
    items(forecast({ baseYear: 2023 })),
    ['pf1 baseYear'],
    items(forecast({ baseYear: 2024 })),
  ],
  [
    'MIS-04',
    'it does not say its year',
    items(forecast({})),
    ['pf1 baseYear'],
    items(forecast({ baseYear: 2025 })),
  ],
  [
    'MIS-05',
    'there is no forecast',
    items({ evidence: [conditions] }),
    ['plan populationForecast'],
    items({ evidence: [conditions], ...forecast({ rows: [women] }) }),
  ],
  [
    'MIS-05',
    'the forecast shows only totals',
    items({ evidence: [conditions], ...forecast({ rows: [together] }) }),
    ['pf1 rows'],
    items({ evidence: [conditions], ...forecast({ rows: [together, women] }) }),
  ],
  [
    'MIS-05',
    'living conditions are not split',
    items({ ...forecast({ rows: [women] }), evidence: [{ ...conditions, genderDisaggregated: false }] }),
    ['plan evidence'],
    items({ ...forecast({ rows: [women] }), evidence: [conditions] }),
  ],
  [
    'MIS-05',
    'what is split is something else',
    items({ ...forecast({ rows: [women] }), evidence: [{ ...conditions, facets: ['quality'] }] }),
    ['plan evidence'],
    items({ ...forecast({ rows: [women] }), evidence: [conditions] }),
  ],
  ['MIS-06', 'there is one', scenarios(1), ['plan scenario'], scenarios(2)],
  [
    'MIS-07',
    'no goal refers to it',
    items({ ...binding, goal: [{ id: 'g1' }] }),
    ['ms1'],
    items({ ...binding, goal: [{ missionSourceIds: ['ms1'] }] }),
  ],
  ['MIS-07', 'there is no goal', items(binding), ['ms1'], source({ binding: false })],
]

describe('the checks of the mission', () => {
  it.each(cases)('CK5 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(cases)('CK5 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it.each([
    ['', '', 'To us', 'purpose.residents'],
    ['', 'For all', '', 'purpose.municipality'],
    ['lhl.', '', '', 'lhl.purpose.residents'],
  ])(
    'CK5 PUR-01 leads to the first empty half of the purpose, once: %s%s',
    (prefix, residents, municipality, id) => {
      expect(findingsBy('PUR-01', purpose(residents, municipality, prefix))).toEqual([
        {
          check: 'PUR-01',
          severity: 'warning',
          entityId: null,
          place: { is: 'section', stepId: 'step', id },
        },
      ])
    },
  )

  it('CK5 PUR-01 goes when both halves are written, and is not asked where no step asks it', () => {
    expect(foundBy('PUR-01', purpose('For all', 'To us'))).toEqual([])
    const elsewhere = { id: 'other', checks: ['PUR-01'] } as const
    const steps = [...(purpose('', '').steps ?? []).map((step) => ({ ...step, checks: [] })), elsewhere]
    expect(foundBy('PUR-01', { steps })).toEqual([])
  })

  it('CK5 PUR-01 is not about other texts', () => {
    const sections = [
      { id: 'xpurpose.residents' },
      { id: 'purpose.residents.more' },
      { id: 'mission.statement' },
    ]
    expect(foundBy('PUR-01', { steps: [{ sections }] })).toEqual([])
  })

  it('CK5 MIS-04 looks at the latest forecast', () => {
    const both = { populationForecast: [{ baseYear: 2019 }, { baseYear: 2026 }] }
    expect(foundBy('MIS-04', items(both))).toEqual([])
  })

  it('CK5 a goal that was dropped answers to nothing', () => {
    const dropped = { ...binding, goal: [{ missionSourceIds: ['ms1'], status: 'dropped' as const }] }
    expect(foundBy('MIS-07', items(dropped))).toEqual(['ms1'])
  })

  it('CK9 the facilitator’s limits are asked instead, and a check that is off says nothing', () => {
    const old = items(forecast({ baseYear: 2023 }))
    expect(foundBy('MIS-04', { ...old, ...limits('MIS-04', { params: { maxAgeYears: 3 } }) })).toEqual([])
    expect(foundBy('MIS-04', { ...old, ...limits('MIS-04', { off: true }) })).toEqual([])
    expect(
      foundBy('MIS-06', { ...scenarios(2), ...limits('MIS-06', { params: { minScenarios: 3 } }) }),
    ).toEqual([null])
  })
})
