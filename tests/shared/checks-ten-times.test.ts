import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { activityChecks } from '../../shared/checks/activities.ts'
import { activitiesOf } from '../../shared/checks/connections.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import type { PlanRead } from '../../shared/checks/plan.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import type { Leaf } from '../../shared/items/define.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Plain } from '../../shared/items/plain.ts'
import { planReadOf, sampleFile } from '../support/sample-checks.ts'
import { manyTimes } from '../support/tenfold.ts'

/* A plan ten times as large as the sample, whose indicators tell of twenty years. */

const file = sampleFile('sv')
const rounds = 60

const plain = file as unknown as Plain
const large = (): PlanRead => {
  const read = planReadOf(manyTimes(plain, 10))
  return { ...read, items: new Map([...read.items, ['indicator', of(read, 'indicator').map(ofTwentyYears)]]) }
}

const of = (read: PlanRead, kind: string): readonly PlacedItem[] => must(read.items.get(kind))

const ofTwentyYears = (indicator: PlacedItem): PlacedItem => {
  const years = Array.from({ length: 20 }, (_, at) => 2006 + at)
  const values = years.flatMap((year) =>
    ['K', 'M', 'T'].map((gender): [string, Leaf] => [`values/${year}/${gender}/-/value`, 50]),
  )
  return { ...indicator, leaves: new Map([...values, ...indicator.leaves]) }
}

/** The plan after somebody has written in one item: all others are the same objects. */
const written = (read: PlanRead, kind: string, path: string, leaf: Leaf): PlanRead => {
  const [first, ...others] = of(read, kind)
  const changed: PlacedItem = { ...must(first), leaves: new Map([...must(first).leaves, [path, leaf]]) }
  return { ...read, items: new Map([...read.items, [kind, [changed, ...others]]]) }
}

const planOf = (read: PlanRead) => checkedPlan(read, file.asOf)

/** The shortest of many rounds: what the machine does besides makes it longer, never shorter. */
const timeOfOneChange = (read: PlanRead): number => {
  const times = Array.from({ length: rounds }, (_, round) => {
    const changed =
      round % 2 === 0
        ? written(read, 'activity', 'title', `Round ${round}`)
        : written(read, 'indicator', 'values/2025/T/-/value', round)
    const start = performance.now()
    findingsOf(planOf(changed))
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('the checks of a plan ten times as large', () => {
  it('CK29 what they find after one item changed is told within five milliseconds, and grows with the plan', () => {
    const read = large()
    const sizes = ['activity', 'contribution', 'indicator'].map((kind) => of(read, kind).length)
    expect(sizes).toEqual([120, 140, 110])
    const time = timeOfOneChange(read)
    expect(time).toBeLessThan(5)
    expect(time / timeOfOneChange(planReadOf(file))).toBeLessThan(50)
  })

  it('CK29 items that did not change are not read again', () => {
    const read = large()
    const before = planOf(read)
    const after = planOf(written(read, 'goal', 'title', 'Another'))
    expect(after.item('goal', 'g1')).not.toBe(before.item('goal', 'g1'))
    expect(after.items('goal').slice(1)).toEqual(before.items('goal').slice(1))
    for (const kind of ['goal', 'indicator', 'activity'] as const)
      for (const [at, item] of after.items(kind).slice(1).entries())
        expect(item).toBe(before.items(kind)[at + 1])
  })

  it('CK29 what is dear among very many is told without comparing each with each', () => {
    const read = planReadOf(file)
    const step = must(of(read, 'activity')[0]).stepId
    const many = Array.from({ length: 60_000 }, (_, at): PlacedItem => {
      const leaves = new Map([['cost/amount', at + 1]])
      return { kind: 'activity', id: `many${at}`, order: 'a0', stepId: step, deleted: null, leaves }
    })
    const plan = planOf({ ...read, items: new Map([['activity', many]]) })
    expect(activitiesOf(plan)).toHaveLength(many.length)
    const start = performance.now()
    expect(activityChecks['ACT-12'](plan, { lowScore: 1 })).toHaveLength(15_000)
    expect(performance.now() - start).toBeLessThan(300)
  })

  it('CK29 ten times the plan has ten times its faults of single items', () => {
    const found = (read: PlanRead) => findingsOf(planOf(read)).filter(({ check }) => check === 'ACT-05')
    expect(found(planReadOf(manyTimes(plain, 10)))).toHaveLength(10 * found(planReadOf(file)).length)
  })
})
