import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import type { CheckId } from '../../shared/checks/rules.ts'
import { checkIds } from '../../shared/checks/rules.ts'
import { sayFinding, whyOf } from '../../shared/checks/say.ts'
import type { Locale } from '../../shared/locale.ts'
import { locales } from '../../shared/locale.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import { nb } from '../../shared/messages/nb/index.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import type { PlanParts } from '../support/checks.ts'
import { agreedOn, aPlan, findingsBy, inReview, limits } from '../support/checks.ts'
import { planReadOf, sampleFile } from '../support/sample-checks.ts'

/* Findings in words. */

const speak = { sv: translator('sv', sv), nb: translator('nb', nb), en: translator('en', en) }

const said = (check: CheckId, locale: Locale, parts: PlanParts): string => {
  const plan = aPlan(parts)
  return sayFinding(must(findingsBy(check, parts)[0]), { t: speak[locale], locale, plan }).replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  )
}
const inAll = (check: CheckId, parts: PlanParts) =>
  locales.map((locale) => `${locale}: ${said(check, locale, parts)}`)

const measured = (unit: string): PlanParts => ({
  items: {
    indicator: [
      {
        id: 'i1',
        unit,
        values: [
          { year: 2025, gender: 'K', value: 12.6 },
          { year: 2025, gender: 'M', value: 10 },
          { year: 2025, gender: 'T', value: 11 },
        ],
      },
    ],
  },
})

describe('findings in words', () => {
  it('CK10 numbers are written as the language writes them, and what two shares differ by is points', () => {
    expect(inAll('IND-06', measured('%'))).toEqual([
      'sv: Skillnaden mellan kvinnor och män är 2,6 procentenheter.',
      'nb: Forskjellen mellom kvinner og menn er 2,6 prosentpoeng.',
      'en: The gap between women and men is 2.6 percentage points.',
    ])
    expect(said('IND-06', 'sv', measured('dagar'))).toBe('Skillnaden mellan kvinnor och män är 2,6 dagar.')
    expect(said('IND-06', 'sv', measured(''))).toBe('Skillnaden mellan kvinnor och män är 2,6.')
    const frames = { items: { resourceFrame: [{ year: 2027, total: 5 }] } }
    expect(said('RES-02', 'en', frames)).toBe('5 are not allocated.')
    expect(said('RES-02', 'en', { ...frames, settings: { amountUnit: 'tkr' } })).toBe(
      '5 tkr are not allocated.',
    )
  })

  it('CK10 ids are said by the names of what they stand for', () => {
    const shared = {
      stakeholder: [{ id: 's10', name: 'Region Norrmark' }],
      goal: [{ id: 'g1', title: 'Safe at night', sharedWith: [{ stakeholderId: 's10' }] }],
    }
    expect(said('GOAL-06', 'en', { items: shared })).toBe(
      'The goal is shared but Region Norrmark has no commitment.',
    )
    const contributed = {
      goal: [{ id: 'g1', title: 'Safe at night' }],
      activity: [{ id: 'a1' }],
      contribution: [{ activityId: 'a1', goalId: 'g1', score: 3 }],
    }
    expect(said('ACT-07', 'en', { items: contributed })).toBe(
      'The contribution to the goal “Safe at night” has no rationale.',
    )
    const law = { missionSource: [{ title: 'Skollagen', binding: true }] }
    expect(said('MIS-07', 'sv', { items: law })).toBe('”Skollagen” är bindande men inget mål hänvisar dit.')
  })

  it('CK10 what has no name is said to have none', () => {
    const shared = { stakeholder: [{ id: 's10' }], goal: [{ sharedWith: [{ stakeholderId: 's10' }] }] }
    expect(said('GOAL-06', 'en', { items: shared })).toBe(
      `The goal is shared but ${speak.en('items.untitled', { kind: 'Stakeholder' })} has no commitment.`,
    )
  })

  it('CK10 steps and questions are said by their words', () => {
    const steps = [
      { id: 'mission', title: 'Uppdrag' },
      { id: 'goals', state: inReview, dependsOn: ['mission'], questions: [{ id: 'goals.q1', text: 'Vad?' }] },
    ]
    expect(said('GEN-04', 'sv', { steps })).toBe('Steget bygger på ”Uppdrag”, som inte är fastställt.')
    expect(said('GEN-01', 'sv', { steps })).toBe('Frågan är inte besvarad: Vad?')
  })

  it('CK10 facets are a list in the language', () => {
    const three = { evidence: [{ facets: ['demography', 'resources', 'competence'] as const }] }
    expect(inAll('KB-05', { items: three })).toEqual([
      'sv: Analysen saknar: resursanvändning och kvalitet.',
      'nb: Analysen mangler: ressursbruk og kvalitet.',
      'en: The analysis lacks: use of resources and quality.',
    ])
  })

  it('CK10 one is one, and days are days', () => {
    const party = (date: string) => ({
      items: { stakeholder: [{ affected: 'direct' as const, involvement: [{ date }] }] },
      settings: { startedAt: '2026-02-02', ...limits('STK-04', { params: { graceDays: 0 } }).settings },
    })
    expect(said('STK-04', 'sv', party('2026-02-03'))).toBe('Involveringen börjar 1 dag efter start.')
    expect(said('STK-04', 'sv', party('2026-05-28'))).toBe('Involveringen börjar 115 dagar efter start.')
    const late = { items: { activity: [{ end: '2026-09-30' }] } }
    expect(inAll('ACT-13', late)).toEqual([
      'sv: Aktiviteten skulle ha varit klar 30 september 2026.',
      'nb: Tiltaket skulle ha vært ferdig 30. september 2026.',
      'en: The activity should have been done by 30 September 2026.',
    ])
  })

  it('CK10 limits are said as the facilitator set them', () => {
    const three = limits('MIS-06', { params: { minScenarios: 3 } })
    expect(said('MIS-06', 'en', three)).toBe('The external analysis has fewer than 3 scenarios.')
    expect(said('MIS-06', 'en', limits('MIS-06', { params: { minScenarios: 1 } }))).toBe(
      'The external analysis has fewer than 1 scenario.',
    )
  })

  it('CK10 sums are in the plan’s unit', () => {
    const frame = {
      resourceFrame: [{ year: 2027, total: 1000 }],
      allocation: [{ year: 2027, amount: 13450 }],
    }
    const settings = { amountUnit: 'tkr' }
    expect(said('RES-01', 'sv', { items: frame, settings })).toBe(
      'Fördelningen överskrider ramen med 12 450 tkr.',
    )
  })

  it('KN17 so are sums whose unit begins with a number', () => {
    const frames = { items: { resourceFrame: [{ year: 2027, total: 5 }] } }
    expect(inAll('RES-02', { ...frames, settings: { amountUnit: '1000 kr' } })).toEqual([
      'sv: 5 × 1000 kr är inte fördelade.',
      'nb: 5 × 1000 kr er ikke fordelt.',
      'en: 5 × 1000 kr are not allocated.',
    ])
    expect(said('RES-02', 'nb', { ...frames, settings: { amountUnit: 'tkr' } })).toBe(
      '5 tkr er ikke fordelt.',
    )
  })

  it.each(locales)('CK10 nothing is left unsaid of what the sample plans hold, in %s', (locale) => {
    for (const language of ['sv', 'nb'] as const) {
      const file = sampleFile(language)
      const plan = checkedPlan(planReadOf(file), file.asOf)
      for (const finding of findingsOf(plan)) {
        const words = sayFinding(finding, { t: speak[locale], locale, plan })
        expect(words, finding.check).not.toMatch(/[{}]|undefined|NaN|\bs10\b| \.|: *$/)
        expect(words.trim(), finding.check).toMatch(/[.?]$/)
      }
    }
  })

  it.each(locales)('CK11 every check says in one sentence or two why it is asked, in %s', (locale) => {
    const reasons = checkIds.map((check) => whyOf(check, { t: speak[locale] }))
    for (const why of reasons) expect(why).toMatch(/^\p{Lu}.{20,160}[.?]$/u)
    expect(new Set(reasons).size).toBe(checkIds.length)
  })

  it('CK11 reasons are of no check that is not asked', () => {
    expect(Object.keys(en.reasons)).toEqual(checkIds)
    expect(Object.keys(en.checks)).toEqual(checkIds)
  })

  it('CK10 a step that was agreed without a decision is said in the words of the page', () => {
    const steps = [{ id: 'goals', state: agreedOn('2026-05-04', { unrecorded: true as const }) }]
    expect(said('GEN-03', 'nb', { steps })).toBe('Trinnet er vedtatt uten vedtaksnotat.')
  })
})
