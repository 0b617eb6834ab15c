import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Finding } from '../../shared/checks/define.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import type { PlanRead } from '../../shared/checks/plan.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import type { Leaf } from '../../shared/items/define.ts'
import { registry } from '../../shared/items/index.ts'
import { fieldAt } from '../../shared/items/item.ts'
import { spotAt } from '../../shared/items/leaves.ts'
import type { ItemParts } from '../support/checks.ts'
import { agreedOn, aPlan } from '../support/checks.ts'
import { planReadOf, sampleFile } from '../support/sample-checks.ts'

/* The Swedish sample with one fault more: exactly that one is found besides. */

const file = sampleFile('sv')
const sample = planReadOf(file)

const found = (read: PlanRead): readonly string[] =>
  findingsOf(checkedPlan(read, file.asOf)).map(({ check, entityId, values }: Finding) =>
    [check, entityId ?? 'plan', ...(values ? [JSON.stringify(values)] : [])].join(' '),
  )
const besides = (read: PlanRead): readonly string[] => {
  const before = new Set(found(sample))
  return found(read).filter((one) => !before.has(one))
}
const gone = (read: PlanRead): readonly string[] => {
  const after = new Set(found(read))
  return found(sample).filter((one) => !after.has(one))
}

/** The sample with these leaves in one item; undefined takes one away. */
const changed = (kind: string, id: string, leaves: Readonly<Record<string, Leaf | undefined>>): PlanRead => {
  const all = must(sample.items.get(kind)).map((item) => {
    if (item.id !== id) return item
    const said = Object.entries({ ...Object.fromEntries(item.leaves), ...leaves })
    return {
      ...item,
      leaves: new Map(said.flatMap(([path, leaf]) => (leaf === undefined ? [] : [[path, leaf]]))),
    }
  })
  return { ...sample, items: new Map([...sample.items, [kind, all]]) }
}

describe('the Swedish sample with one fault more', () => {
  it('CK28 a thousand crowns more than the frame is an error', () => {
    const read = changed('allocation', 'a1', { amount: 86001 })
    expect(besides(read)).toEqual(['RES-01 rf-2027 {"diff":1,"unit":"tkr"}'])
    const [error] = findingsOf(checkedPlan(read, file.asOf)).filter(({ check }) => check === 'RES-01')
    expect(error?.severity).toBe('error')
  })

  it('CK28 a thousand crowns less are not given out', () => {
    expect(besides(changed('allocation', 'a10', { amount: 95399 }))).toEqual([
      'RES-02 rf-2027 {"diff":1,"unit":"tkr"}',
    ])
  })

  it('CK28 a total of 20 percent lies outside 7.5 and 10.1', () => {
    expect(besides(changed('indicator', 'i1', { 'values/2025/T/-/value': 20 }))).toEqual([
      'IND-11 i1 {"year":"2025"}',
    ])
  })

  it('CK28 indicators made after the goals were agreed on are told of', () => {
    const agreedBefore = (day: string): PlanRead => ({
      ...sample,
      board: {
        ...sample.board,
        steps: sample.board.steps.map((step) =>
          step.id === 'goals' ? { ...step, state: agreedOn(day) } : step,
        ),
      },
    })
    expect(besides(agreedBefore('2026-03-01')).filter((one) => one.startsWith('IND'))).toHaveLength(11)
    expect(besides(agreedBefore('2026-03-02')).filter((one) => one.startsWith('IND'))).toEqual([])
  })

  it('CK28 the first goal five times makes ten, too many where nine are enough', () => {
    const goals = must(sample.items.get('goal'))
    const [first] = goals
    const more = Array.from({ length: 4 }, (_, at) => ({ ...must(first), id: `g1-${at}` }))
    const many = (maxGoals: number): PlanRead => ({
      ...sample,
      items: new Map([...sample.items, ['goal', [...goals, ...more]]]),
      board: {
        ...sample.board,
        settings: { ...sample.board.settings, checks: { 'GOAL-03': { params: { maxGoals } } } },
      },
    })
    expect(besides(many(9)).filter((one) => one.startsWith('GOAL-03'))).toEqual(['GOAL-03 plan {"n":10}'])
    expect(besides(many(10)).filter((one) => one.startsWith('GOAL-03'))).toEqual([])
  })

  it('CK28 an indicator that its goal lets go belongs to nothing, and the goal is not measurable', () => {
    const read = changed('goal', 'g6', { 'indicatorIds/i10': undefined })
    expect(besides(read)).toEqual(['GOAL-01 g6', 'IND-10 i10'])
  })

  it('CK28 what was planted goes when it is mended', () => {
    expect(gone(changed('goal', 'g5', { 'sharedWith/s10/commitment': 'Lights until ten' }))).toEqual([
      'GOAL-06 g5 {"party":"s10"}',
    ])
    expect(gone(changed('allocation', 'a4', { decisionRef: 'KF § 72' }))).toEqual(['RES-06 a4'])
    expect(gone(changed('activity', 'ac11', { status: 'done' }))).toEqual(['ACT-13 ac11'])
    expect(gone(changed('indicator', 'i7', { level: 'outcome' }))).toEqual(['IND-07 i7'])
  })
})

describe('what findings lead to', () => {
  it('CK24 every field that a finding leads to is one of its item', () => {
    const bare: ItemParts = Object.fromEntries(Object.keys(registry).map((kind) => [kind, [{}]]))
    const plans = [checkedPlan(sample, file.asOf), aPlan({ items: bare })]
    const led = plans.flatMap((plan) =>
      findingsOf(plan).flatMap(({ place }) => (place.is === 'item' ? place : [])),
    )
    expect(led.length).toBeGreaterThan(50)
    for (const { kind, field } of led) {
      if (field === undefined) continue
      const { fields } = registry[kind]
      expect(fieldAt(fields, field) ?? spotAt(fields, field), `${kind} ${field}`).toBeTruthy()
    }
  })
})
