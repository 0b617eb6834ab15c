import { describe, expect, it } from 'vitest'
import type { GapId } from '../../shared/checks/thread.ts'
import { isWhole, threadOf } from '../../shared/checks/thread.ts'
import { newStep } from '../../shared/board/model.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import { checkIds, rules } from '../../shared/checks/rules.ts'
import { translator } from '../../shared/messages/format.ts'
import type { Messages } from '../../shared/messages/format.ts'
import { en } from '../../shared/messages/en/index.ts'
import { nb } from '../../shared/messages/nb/index.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import { structureOf } from '../../shared/templates/define.ts'
import { templates } from '../../shared/templates/index.ts'
import { notBegunIn, waits } from '../../client/checks/begun.ts'
import { limitName, nameOf, named } from '../../client/settings/check-names.ts'
import { askedIn, formOf, readLimits } from '../../client/settings/limit-form.ts'
import type { PlanParts } from '../support/checks.ts'
import { agreedOn, aPlan, inReview, today } from '../support/checks.ts'

/* The red thread through a plan, and the limits of its checks. */

const goals = (over: PlanParts = {}): PlanParts => ({
  steps: [
    { id: 'mission', sections: [{ id: 'ms', kinds: ['missionSource'] }] },
    { id: 'goals', sections: [{ id: 'gs', kinds: ['goal', 'indicator'] }] },
  ],
  ...over,
})
const thread = (parts: PlanParts) => {
  const plan = aPlan(parts)
  return threadOf(plan, findingsOf(plan))
}
const station = (parts: PlanParts, wanted: string) => thread(parts).find(({ id }) => id === wanted)
const gaps = (parts: PlanParts, wanted: string) =>
  station(parts, wanted)?.gaps.map(({ id, n, of }) => [id, n, ...of])

describe('the red thread', () => {
  it('RT20 has the stations whose things the plan shows, in their order', () => {
    expect(thread(goals()).map(({ id }) => id)).toEqual(['mission', 'goals', 'indicators'])
  })

  it('RT20 a station with nothing in it is not whole', () => {
    const empty = station(goals(), 'indicators')
    expect(empty).toMatchObject({ isEmpty: true, gaps: [] })
    expect(empty && isWhole(empty)).toBe(false)
  })

  it('RT21 counts an item once that lacks two things, and names the checks that say so', () => {
    const parts = goals({ items: { goal: [{ id: 'g1' }, { id: 'g2' }] } })
    expect(gaps(parts, 'goals')).toContainEqual(['goalUnproven', 2, 'GOAL-01', 'GOAL-02'])
  })

  it('RT21 is whole when what it lacked is there', () => {
    const indicator = { id: 'i1', baseline: { year: 2025, value: 3 }, monitorOnly: true }
    const parts = goals({ items: { indicator: [indicator] } })
    const indicators = station(parts, 'indicators')
    expect(indicators && isWhole(indicators)).toBe(true)
    expect(
      gaps(goals({ items: { indicator: [{ ...indicator, monitorOnly: false }] } }), 'indicators'),
    ).toEqual([['indicatorLoose', 1, 'IND-10']])
  })
})

describe('a step in which nothing has been written', () => {
  const section = { id: 'gs', kinds: ['goal'] as const }
  const notBegun = (parts: PlanParts) => [...notBegunIn(aPlan(parts))]

  it('RT44 has not begun, until the first word, answer or item is in it', () => {
    expect(notBegun({ steps: [{ id: 's', questions: [{ id: 'q' }], sections: [section] }] })).toEqual(['s'])
    expect(notBegun({ steps: [{ id: 's', sections: [{ ...section, words: 'We will.' }] }] })).toEqual([])
    expect(notBegun({ steps: [{ id: 's', questions: [{ id: 'q', status: 'notRelevant' }] }] })).toEqual([])
    expect(notBegun({ steps: [{ id: 's', sections: [section] }], items: { goal: [{}] } })).toEqual([])
  })

  it('RT44 has begun when what it lists first lies in another step', () => {
    const steps = [{ id: 's', sections: [section] }, { id: 'later' }, { id: 'last' }]
    expect(notBegun({ steps, items: { goal: [{ stepId: 'later' }] } })).toEqual(['last'])
  })

  it('RT44 has begun when it is no longer open', () => {
    const steps = [
      { id: 'review', state: inReview },
      { id: 'agreed', state: agreedOn(today) },
    ]
    expect(notBegun({ steps })).toEqual([])
  })

  it('RT44 is the only thing that waits: what is said of the plan does not', () => {
    const place = { is: 'kind', stepId: 's', kind: 'goal' } as const
    expect(waits({ place }, new Set(['s']))).toBe(true)
    expect(waits({ place }, new Set(['other']))).toBe(false)
    expect(waits({ place: { is: 'plan' } }, new Set(['s']))).toBe(false)
    expect(waits({ place: { ...place, stepId: null } }, new Set(['s']))).toBe(false)
  })

  it.each(templates.map((template) => [template.id, template] as const))(
    'RT44 a new plan of %s has no remarks yet',
    (_, template) => {
      const steps = structureOf(template, 'sv', {}).map(newStep)
      const board = { settings: { units: [] }, comments: [], steps }
      const plan = checkedPlan({ board, texts: new Map(), items: new Map() }, today)
      const found = findingsOf(plan)
      expect(found.length).toBeGreaterThan(20)
      expect(found.filter((one) => !waits(one, notBegunIn(plan)))).toEqual([])
    },
  )
})

const catalogues = { en, sv, nb } as const satisfies Record<string, Messages>
const locales = ['en', 'sv', 'nb'] as const

describe('words of the red thread', () => {
  it.each(locales)('RT22 each gap, limit and check that needs a name has words in %s', (locale) => {
    const { findings } = catalogues[locale]
    const keys = new Set(Object.keys(findings))
    const t = translator(locale, catalogues[locale])
    for (const limit of new Set(Object.values(rules).flatMap(({ params }) => Object.keys(params))))
      expect(limitName(limit, t)).not.toBe('')
    for (const id of named) expect(keys).toContain(`check=${id}`)
    const lacking = ['GOAL-01', 'GOAL-02', 'GOAL-08', 'ACT-01', 'ACT-02', 'ACT-03', 'ACT-04', 'ACT-10']
    for (const id of lacking) expect(keys).toContain(`lack=${id}`)
    const gap: GapId = 'goalUnproven'
    expect(t(`findings.gap=${gap}`, { n: 2, what: 'x' })).toContain('2')
  })

  it.each(locales)('RT22 what a check is called says nothing of what was found, in %s', (locale) => {
    const t = translator(locale, catalogues[locale])
    for (const id of checkIds) {
      expect(named.has(id)).toBe(catalogues[locale].checks[id].includes('{'))
      expect(nameOf(id, t)).not.toMatch(/[{}]/)
    }
  })
})

describe('the limits of the checks', () => {
  const asked = ['GOAL-03', 'RES-05', 'GEN-01'] as const

  it('RT23 are those of what the process asks, off or on', () => {
    const plan = aPlan({
      steps: [{ id: 's', checks: ['GOAL-03'] }],
      settings: { checks: { 'GOAL-03': { off: true } } },
    })
    expect(askedIn(plan)).toEqual(['GEN-01', 'GEN-02', 'GEN-03', 'GEN-04', 'GOAL-03'])
  })

  it('RT23 are written as people write numbers, shares in percent', () => {
    const form = formOf(asked, { 'RES-05': { params: { perCapitaDev: 0.125 } } }, 'sv')
    expect(form).toMatchObject({
      'GOAL-03': { isOn: true, limits: { maxGoals: '10' } },
      'RES-05': { isOn: true, limits: { perCapitaDev: '12,5' } },
    })
    expect(readLimits(form, undefined, 'sv')).toEqual({ 'RES-05': { params: { perCapitaDev: 0.125 } } })
  })

  it('RT24 say only what is otherwise than in the process, and leave the rest as it was', () => {
    const before = { 'GOAL-03': { params: { maxGoals: 6 } }, 'KB-01': { off: true as const } }
    const usual = formOf(asked, undefined, 'en')
    expect(readLimits(usual, before, 'en')).toEqual({ 'KB-01': { off: true } })
    const off = { ...usual, 'GEN-01': { isOn: false, limits: {} } }
    expect(readLimits(off, undefined, 'en')).toEqual({ 'GEN-01': { off: true } })
  })

  it.each(['', 'ten', '-1', '2000000'])('RT24 “%s” is no limit', (maxGoals) => {
    const form = { ...formOf(asked, undefined, 'en'), 'GOAL-03': { isOn: true, limits: { maxGoals } } }
    expect(readLimits(form, undefined, 'en')).toBeNull()
  })
})
