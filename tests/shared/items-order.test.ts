import fc from 'fast-check'
import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { orderPattern } from '../../shared/items/leaves.ts'
import type { Ordered } from '../../shared/items/order.ts'
import { byOrder, orderAt, ordersFor } from '../../shared/items/order.ts'
import { addItem, changeItem } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { allKinds, docsWith, exchange } from '../support/items.ts'

/* Where things stand among others, however often and by however many they are moved. */

const things = (count: number): Ordered[] => ordersFor(count).map((order, at) => ({ id: `i${at}`, order }))

/** Moves one thing; gives the others and it in their new order. */
const moved = (all: readonly Ordered[], id: string, to: number): readonly Ordered[] => {
  const others = all.filter((one) => one.id !== id)
  return [...others, { id, order: orderAt(others, to) }].sort(byOrder)
}

describe('the order of things', () => {
  it('IT7 a thing stands where it was put, and the others as they stood', () => {
    const moves = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 60 })
    fc.assert(
      fc.property(moves, (turns) => {
        let all: readonly Ordered[] = things(7)
        for (const [from, to] of turns) {
          const { id } = must(all[from])
          const expected = all.map((one) => one.id).filter((one) => one !== id)
          expected.splice(to, 0, id)
          all = moved(all, id, to)
          expect(all.map((one) => one.id)).toEqual(expected)
          for (const { order } of all) expect(order).toMatch(orderPattern)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('IT7 things with the same key stand by their ids, and one can be put before or behind them', () => {
    const tied: readonly Ordered[] = ['b', 'a', 'c'].map((id) => ({ id, order: 'a0' })).sort(byOrder)
    expect(tied.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(orderAt(tied, 0) < 'a0').toBe(true)
    for (const at of [1, 2, 3]) expect(orderAt(tied, at) > 'a0').toBe(true)
  })

  it('IT7 a key that is none of ours, or has no room left, still gives one that may stand', () => {
    const foreign = [
      '',
      '!',
      '0',
      'zz',
      'a00',
      'Z'.repeat(200),
      `a0${'0'.repeat(197)}1`,
      'z'.repeat(26) + 'z'.repeat(174),
    ]
    for (const one of foreign)
      for (const two of foreign) {
        const pair = [one, two].sort().map((order, at) => ({ id: `i${at}`, order }))
        for (const at of [0, 1, 2]) expect(orderAt(pair, at)).toMatch(orderPattern)
      }
  })
})

describe('moves by several people', () => {
  it.each(allKinds.map(({ kind }) => kind))(
    'IT7 those of %s at the same moment end in one order, all there once',
    (kind) => {
      const turn = fc.record({
        who: fc.nat(2),
        does: fc.constantFrom('move', 'move', 'add', 'meet'),
        from: fc.nat(20),
        to: fc.nat(20),
      })
      fc.assert(
        fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
          const docs = docsWith(must(allKinds.find((one) => one.kind === kind)), 3)
          const ids = ['one']
          for (const { who, does, from, to } of turns) {
            const doc = must(docs[who])
            const all = itemsIn(doc)
            if (does === 'meet') exchange(docs)
            else if (does === 'add') {
              const id = `item-${ids.length}`
              ids.push(id)
              addItem(doc, { kind, id, order: orderAt(all, to % (all.length + 1)) }, 'local')
            } else move(doc, kind, all, from % all.length, to % all.length)
          }
          exchange(docs)
          const [first, ...others] = docs.map((doc) => itemsIn(doc).map(({ id }) => id))
          expect([...must(first)].sort()).toEqual(ids.sort())
          for (const other of others) expect(other).toEqual(first)
        }),
        { numRuns: 40 },
      )
    },
  )
})

const itemsIn = (doc: Y.Doc): readonly Ordered[] => readItems(doc, new Set())

const move = (doc: Y.Doc, kind: string, all: readonly Ordered[], from: number, to: number): void => {
  const { id } = must(all[from])
  const order = orderAt(
    all.filter((one) => one.id !== id),
    to,
  )
  changeItem(doc, { kind, id }, { order }, 'local')
}
