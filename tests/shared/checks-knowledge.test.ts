import { describe, expect, it } from 'vitest'
import type { CheckCase } from '../support/check-cases.ts'
import { tellings } from '../support/check-cases.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { findingsBy, foundBy, limits } from '../support/checks.ts'

/* What the plan rests on, who carries it, and what comes back. */

const items = (all: ItemParts): PlanParts => ({ items: all })
const evidence = (said: NonNullable<ItemParts['evidence']>[number]) =>
  items({ evidence: [{ id: 'e1', ...said }] })
const tool = (assessment: string) => items({ planningTool: [{ name: 'The map', assessment }] })
const structure = (said: NonNullable<ItemParts['supportStructure']>[number]) =>
  items({ supportStructure: [said] })
const arena = (said: NonNullable<ItemParts['arena']>[number]) => items({ arena: [{ id: 'ar1', ...said }] })
const feedback = (said: NonNullable<ItemParts['feedback']>[number]) =>
  items({ feedback: [{ id: 'fb1', ...said }] })
const review = (said: NonNullable<ItemParts['reviewStructure']>[number]) =>
  items({ reviewStructure: [{ id: 'rs1', ...said }] })

const four = ['demography', 'resources', 'competence', 'resourceUse'] as const
const asked = { kind: 'question', createdAt: '2026-10-31' } as const

const knowledge: readonly CheckCase[] = [
  [
    'KB-01',
    'nobody was listened to',
    evidence({ tags: ['goodExample'] }),
    ['plan evidence'],
    evidence({ tags: ['citizenVoice'] }),
  ],
  [
    'KB-02',
    'only those of today were',
    evidence({ tags: ['citizenVoice'] }),
    ['plan evidence'],
    evidence({ tags: ['futureRecipients'] }),
  ],
  ['KB-03', 'one stands there that nobody has judged', tool(' '), ['plan planningTool'], tool('Fits us')],
  ['KB-03', 'there is none', {}, ['plan planningTool'], tool('Does not fit us')],
  [
    'KB-04',
    'there is no source',
    evidence({ year: 2026 }),
    ['e1 source'],
    evidence({ year: 2026, source: 'Survey' }),
  ],
  [
    'KB-04',
    'there is no year',
    evidence({ source: 'Survey' }),
    ['e1 year'],
    evidence({ year: 2026, source: 'Survey' }),
  ],
  [
    'KB-05',
    'quality is missing',
    evidence({ facets: four }),
    ['plan evidence'],
    evidence({ facets: [...four, 'quality'] }),
  ],
  ['ANC-01', 'there is none', {}, ['plan supportStructure'], structure({})],
  [
    'ANC-02',
    'there are only officials',
    structure({ level: 'administrative' }),
    ['plan supportStructure'],
    structure({ level: 'political' }),
  ],
  [
    'ARE-01',
    'one is only proposed',
    arena({ status: 'proposed' }),
    ['plan arena'],
    arena({ status: 'existing' }),
  ],
  ['ARE-02', 'nobody answers for it', arena({ owner: ' ' }), ['ar1 owner'], arena({ owner: 'The library' })],
]

const coming: readonly CheckCase[] = [
  [
    'REV-01',
    'only what is bad',
    feedback({ kind: 'notGood' }),
    ['plan feedback'],
    feedback({ kind: 'good' }),
  ],
  [
    'REV-02',
    'good, but not why',
    feedback({ kind: 'good' }),
    ['fb1 reason'],
    feedback({ kind: 'good', reason: 'They came to us' }),
  ],
  [
    'REV-02',
    'not good, but not why',
    feedback({ kind: 'notGood', reason: ' ' }),
    ['fb1 reason'],
    feedback({ kind: 'question' }),
  ],
  [
    'REV-03',
    'a question of 15 days ago',
    feedback(asked),
    ['fb1 answer'],
    feedback({ ...asked, createdAt: '2026-11-01' }),
  ],
  [
    'REV-03',
    'a question without an answer',
    feedback(asked),
    ['fb1 answer'],
    feedback({ ...asked, answer: 'In May' }),
  ],
  ['REV-03', 'a question', feedback(asked), ['fb1 answer'], feedback({ ...asked, kind: 'notGood' })],
  ['REV-04', 'there is none', {}, ['plan reviewStructure'], review({})],
  [
    'REV-05',
    'nobody owns it',
    review({ frequency: 'Weekly' }),
    ['rs1 owner'],
    review({ owner: 'Quality', frequency: 'Weekly' }),
  ],
  [
    'REV-05',
    'nobody says how often',
    review({ owner: 'Quality' }),
    ['rs1 frequency'],
    review({ owner: 'Quality', frequency: 'Weekly' }),
  ],
]

describe('the checks of what the plan rests on', () => {
  it.each(knowledge)('CK7 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(knowledge)('CK7 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it('CK7 KB-05 names every facet that is missing, of those an analysis has to cover', () => {
    const missing = (plan: PlanParts) => findingsBy('KB-05', plan).map(({ values }) => values)
    expect(missing(evidence({ facets: ['quality', 'livingConditions'] }))).toEqual([
      { facets: 'demography,resources,competence,resourceUse' },
    ])
    const apart = items({ evidence: [{ facets: four }, { facets: ['quality'] }] })
    expect(missing(apart)).toEqual([])
  })
})

describe('the checks of what comes back', () => {
  it.each(coming)('CK8 %s speaks: %s', (check, _, plan, found) => {
    expect(tellings(check, plan)).toEqual(found)
  })

  it.each(coming)('CK8 %s goes with the smallest change: %s', (check, _, _plan, _found, mended) => {
    expect(tellings(check, mended)).toEqual([])
  })

  it('CK8 REV-03 says how long, and of a question without a day nothing', () => {
    expect(findingsBy('REV-03', feedback(asked)).map(({ values }) => values)).toEqual([{ days: 15 }])
    expect(foundBy('REV-03', feedback({ kind: 'question' }))).toEqual([])
  })

  it('CK9 the facilitator’s limit is asked instead, and a check that is off says nothing', () => {
    expect(
      foundBy('REV-03', { ...feedback(asked), ...limits('REV-03', { params: { maxDays: 15 } }) }),
    ).toEqual([])
    expect(foundBy('REV-03', { ...feedback(asked), ...limits('REV-03', { off: true }) })).toEqual([])
  })
})
