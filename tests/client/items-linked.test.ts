import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Fields, Leaf } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { joinsOf } from '../../client/items/form/joins.ts'
import { isPartOfName, shownFields } from '../../client/items/form/shown-fields.ts'
import { linkedFrom, nearOf } from '../../client/items/near.ts'
import type { PlanItems } from '../../client/live/plan-items.ts'
import { allKinds } from '../support/items.ts'
import { planReadOf, sampleFile } from '../support/sample-checks.ts'

const placed = (kind: string, id: string, leaves: Item['leaves']) => ({
  kind,
  id,
  order: 'a0',
  deleted: null,
  leaves,
  stepId: 'step',
})

interface Way {
  readonly path: string
  readonly value: string | true
}

/** Every path by which a kind's items may link to something of another kind. */
const waysIn = (fields: Fields, to: string, id: string, prefix = ''): readonly Way[] =>
  Object.entries(fields).flatMap(([name, field]): readonly Way[] => {
    const path = prefix + name
    switch (field.is) {
      case 'link':
        return field.to === to ? [{ path, value: id }] : []
      case 'links':
        return field.to === to ? [{ path: `${path}/${id}`, value: true }] : []
      case 'group':
        return waysIn(field.fields, to, id, `${path}/`)
      case 'table':
        return field.mark && field.by.some((part) => part.is === 'link' && part.to === to)
          ? [{ path: `${path}/${id}`, value: true }]
          : []
      default:
        return []
    }
  })

describe('what an item is linked with', () => {
  it('IF3 whatever field of whatever kind links here is found from here', () => {
    let found = 0
    for (const from of allKinds)
      for (const to of allKinds)
        for (const { path, value } of waysIn(from.fields, to.kind, 'here')) {
          const one = placed(from.kind, 'one', new Map([[path, value]]))
          const other = placed(from.kind, 'other', new Map())
          const here = placed(to.kind, 'here', new Map())
          const byId = new Map([one, other, here].map((item) => [item.id, item]))
          expect(linkedFrom(here, { byId }), `${from.kind} ${path}`).toEqual([one])
          found++
        }
    expect(found).toBeGreaterThan(7)
  })

  it('IF3 a kind that joins two others is seen from each of the two, with the other one named', () => {
    const joining = allKinds.filter(({ joins }) => joins)
    expect(joining.length).toBeGreaterThan(0)
    for (const kind of joining) {
      const joins = must(kind.joins)
      const ends = [joins.from, joins.to].map((path) => {
        const field = kind.fields[path]
        return field?.is === 'link' ? field.to : ''
      })
      const [from = '', to = ''] = ends
      expect(joinsOf(from)).toContainEqual({ kind, mine: joins.from, theirs: joins.to, to })
      expect(joinsOf(to)).toContainEqual({ kind, mine: joins.to, theirs: joins.from, to: from })
      expect(isPartOfName(kind, joins.from) && isPartOfName(kind, joins.to)).toBe(true)
    }
  })

  it('IF6 what a whole list is linked to is looked up once, and anew of what has changed', () => {
    let read = 0
    class Counted extends Map<string, Leaf> {
      override get(path: string) {
        read++
        return super.get(path)
      }
      override [Symbol.iterator]() {
        read++
        return super[Symbol.iterator]()
      }
      override keys() {
        read++
        return super.keys()
      }
    }
    const plan = planReadOf(sampleFile('sv')).items
    const counted = [...plan.values()].flat().map((item) => ({ ...item, leaves: new Counted(item.leaves) }))
    const itemsOf = (all: readonly PlacedItem[]): PlanItems => ({
      byId: new Map(all.map((item) => [item.id, item])),
      byKind: Map.groupBy(all, ({ kind }) => kind),
      deleted: [],
      unread: new Map(),
    })
    const first = itemsOf(counted)
    const all = () => counted.map((item) => nearOf(item, first).map(({ id }) => id))
    const before = all()
    expect(before.flat().length).toBeGreaterThan(20)
    read = 0
    expect([all(), read]).toEqual([before, 0])
    const [activity, other] = must(first.byKind.get('activity'))
    const stakeholder = must(first.byKind.get('stakeholder')?.at(-1))
    const linked = {
      ...must(activity),
      leaves: new Map([[`involvedStakeholderIds/${stakeholder.id}`, true]]),
    }
    expect(nearOf(linked, first)).toContain(stakeholder)
    const join = must(first.byKind.get('contribution')?.[0])
    const joined = { ...join, id: 'new', leaves: new Map([...join.leaves, ['activityId', must(other).id]]) }
    expect(nearOf(must(other), first)).not.toContain(joined)
    expect(nearOf(must(other), itemsOf([...counted, joined]))).toContain(joined)
  })

  it('IF4 a form leaves out what only files speak of, and links to what there is none of', () => {
    const target = (to: string) => shownFields({ one: { is: 'links', to }, two: { is: 'link', to } }).length
    for (const { kind } of allKinds) expect(target(kind)).toBe(2)
    expect([target('unit'), target('member'), target('nothing of ours')]).toEqual([2, 2, 0])
    expect(shownFields({ raw: { is: 'opaque' }, secret: { is: 'line', hidden: true } })).toEqual([])
    expect(shownFields({ empty: { is: 'group', fields: { raw: { is: 'opaque' } } } })).toEqual([])
  })
})
