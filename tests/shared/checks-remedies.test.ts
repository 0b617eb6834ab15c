import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Finding } from '../../shared/checks/define.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import type { Remedy } from '../../shared/checks/remedies.ts'
import { followedInstead, remedyOf } from '../../shared/checks/remedies.ts'
import type { CheckId } from '../../shared/checks/rules.ts'
import type { ItemParts, PlanParts } from '../support/checks.ts'
import { aPlan, findingsBy } from '../support/checks.ts'
import { kinds } from '../../shared/items/index.ts'
import { spotAt } from '../../shared/items/leaves.ts'

/* What one click puts right. */

const remediesOf = (check: CheckId, parts: PlanParts): readonly (Remedy | null)[] =>
  findingsBy(check, parts).map((finding) => remedyOf(finding, aPlan(parts)))

const allFindings = (parts: PlanParts): readonly Finding[] => findingsOf(aPlan(parts))

describe('remedies', () => {
  it('CK12 an indicator of no goal is marked as watched', () => {
    const item = { is: 'change', stepId: 'step', kind: 'indicator', id: 'i1' }
    expect(remediesOf('IND-10', { items: { indicator: [{ id: 'i1' }] } })).toEqual([
      { ...item, label: 'remedies.monitorOnly', leaves: { monitorOnly: true } },
    ])
  })

  it('CK12 days the wrong way round are swapped, and days outside the period are thought about', () => {
    const dated = (start: string, end: string): PlanParts => ({
      items: { activity: [{ id: 'a1', start, end }] },
      settings: { period: { from: '2027-01-01', to: '2029-12-31' } },
    })
    expect(remediesOf('ACT-08', dated('2028-05-01', '2027-02-01'))).toMatchObject([
      { is: 'change', id: 'a1', leaves: { start: '2027-02-01', end: '2028-05-01' } },
    ])
    expect(remediesOf('ACT-08', dated('2026-05-01', '2027-02-01'))).toEqual([null])
  })

  it('CK12 an activity that should be done is marked as done', () => {
    expect(remediesOf('ACT-13', { items: { activity: [{ id: 'a1', end: '2026-09-30' }] } })).toMatchObject([
      { is: 'change', kind: 'activity', id: 'a1', leaves: { status: 'done' } },
    ])
  })

  it('CK12 a goal that stands in no other plan is linked to one', () => {
    expect(remediesOf('GOAL-09', { items: { goal: [{ id: 'g1' }] } })).toMatchObject([
      { is: 'add', kind: 'planLink', leaves: { goalId: 'g1' } },
    ])
  })

  it('CK12 an old forecast is not put right by a second one', () => {
    expect(remediesOf('MIS-04', { items: { populationForecast: [{ baseYear: 2020 }] } })).toEqual([null])
    expect(remediesOf('MIS-04', {})).toMatchObject([{ is: 'add', kind: 'populationForecast' }])
  })

  it('CK12 what is added fits its kind, and no finding of the kind stays but what has to be written', () => {
    const toWrite = new Set<CheckId>(['MIS-04', 'MIS-06', 'KB-03'])
    const empty = allFindings({})
    const additions = empty.flatMap((finding) => {
      const remedy = remedyOf(finding, aPlan({}))
      return remedy?.is === 'add' ? [{ check: finding.check, remedy }] : []
    })
    expect(additions.map(({ check }) => check).sort()).toEqual(
      [
        ...['ANC-01', 'ANC-02', 'ARE-01', 'KB-01', 'KB-02', 'KB-03', 'MIS-01', 'MIS-02', 'MIS-03'],
        ...['MIS-04', 'MIS-06', 'REV-01', 'REV-04', 'STK-01'],
      ].sort(),
    )
    for (const { check, remedy } of additions) {
      const { fields } = must(kinds.get(remedy.kind))
      for (const [path, leaf] of Object.entries(remedy.leaves)) {
        const spot = must(spotAt(fields, path))
        expect(spot.is === 'value' && spot.fits(leaf), `${check} ${path}`).toBe(true)
      }
      const leaves = new Map(Object.entries(remedy.leaves))
      const added = { kind: remedy.kind, id: 'new', order: 'a0', deleted: null, leaves, stepId: 'step' }
      const after = aPlan({ placed: [added] })
      const stays = findingsOf(after).some((finding) => finding.check === check)
      expect(stays, check).toBe(toWrite.has(check))
    }
  })

  it('CK12 where thought is needed there is no click', () => {
    const goal = { items: { goal: [{ id: 'g1' }] } }
    for (const check of ['GOAL-01', 'GOAL-02', 'GOAL-07', 'GOAL-12'] as const)
      expect(remediesOf(check, goal), check).toEqual([null])
  })
})

describe('a goal that is only followed', () => {
  const headline = (title: string) => `Formerly a goal: ${title}`
  const goal = { id: 'g1', title: 'Lower emissions', description: 'By half.', influence: 1 } as const
  const plan = (items: ItemParts) => aPlan({ items })

  it('CK13 is what low influence and no party come to', () => {
    expect(remediesOf('GOAL-05', { items: { goal: [goal] } })).toEqual([
      { is: 'goalToIndicator', label: 'remedies.followOnly', goalId: 'g1' },
    ])
  })

  it('CK13 leaves its indicators to be watched, with its words kept in them', () => {
    const indicator = [{ id: 'i1', definition: 'Tonnes a year' }, { id: 'i2' }]
    const after = followedInstead(
      plan({ goal: [{ ...goal, indicatorIds: ['i1', 'i2'] }], indicator }),
      'g1',
      headline,
    )
    const note = 'Formerly a goal: Lower emissions\nBy half.'
    expect(after).toEqual({
      goal: { stepId: 'step', kind: 'goal', id: 'g1' },
      indicators: [
        { stepId: 'step', kind: 'indicator', id: 'i1', leaves: { monitorOnly: true }, note: `\n\n${note}` },
        { stepId: 'step', kind: 'indicator', id: 'i2', leaves: { monitorOnly: true }, note },
      ],
      add: null,
    })
  })

  it('CK13 leaves alone what another goal is measured by', () => {
    const other = { id: 'g2', indicatorIds: ['i1'] }
    const items = { goal: [{ ...goal, indicatorIds: ['i1'] }, other], indicator: [{ id: 'i1' }] }
    expect(followedInstead(plan(items), 'g1', headline)).toMatchObject({ indicators: [], add: null })
    const dropped = { ...items, goal: [items.goal[0] ?? goal, { ...other, status: 'dropped' as const }] }
    expect(followedInstead(plan(dropped), 'g1', headline)?.indicators).toHaveLength(1)
  })

  it('CK13 makes an indicator of its name where it had none', () => {
    expect(followedInstead(plan({ goal: [goal] }), 'g1', headline)).toEqual({
      goal: { stepId: 'step', kind: 'goal', id: 'g1' },
      indicators: [],
      add: {
        kind: 'indicator',
        stepId: 'step',
        leaves: {
          name: 'Lower emissions',
          monitorOnly: true,
          definition: 'Formerly a goal: Lower emissions\nBy half.',
        },
      },
    })
  })

  it('CK13 nothing comes of a goal that is not there', () => {
    expect(followedInstead(plan({}), 'g1', headline)).toBeNull()
  })
})
