import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Leaf } from '../../shared/items/define.ts'
import { parseItem } from '../../shared/items/parse.ts'
import type { Plain } from '../../shared/items/plain.ts'
import { plainOf } from '../../shared/items/plain.ts'

const parse = (kind: string, plain: Plain) => {
  let made = 0
  return parseItem(must(kinds.get(kind)), plain, () => `e${++made}`)
}

const plain = (kind: string, leaves: ReadonlyMap<string, Leaf>) =>
  plainOf(must(kinds.get(kind)), { kind, id: 'one', order: 'a0', deleted: null, leaves })

describe('an item in a file', () => {
  it.each([
    [
      [
        { id: 's', title: 'A' },
        { id: 's', title: 'B' },
      ],
    ],
    [[{ id: 'e1', title: 'A' }, { title: 'B' }]],
    [[{ title: 'A' }, { id: 'e1', title: 'B' }]],
  ])('IT60 loses no entry of a list, whatever its entries are called %#', (subActivities) => {
    const { leaves, problems } = parse('activity', { id: 'one', subActivities })
    expect(problems).toEqual([])
    const entries = plain('activity', leaves)['subActivities'] as readonly Plain[]
    expect(entries.map(({ title }) => title)).toEqual(['A', 'B'])
  })

  it('IT61 that says two things of one year is wrong, and the place is named', () => {
    const value = { year: 2026, gender: 'T', value: 1 }
    const { problems } = parse('indicator', { id: 'one', values: [value, { ...value, value: 2 }] })
    expect(problems).toEqual(['values[1]'])
    const raci = parse('activity', { id: 'one', raci: { s1: 'R', s2: 'A' } })
    expect(raci.problems).toEqual([])
  })

  it('IT62 has a table of one key and one value as one object, both ways', () => {
    const { leaves } = parse('activity', { id: 'one', raci: { s2: 'A', s1: 'R' } })
    expect([...leaves]).toEqual([
      ['raci/s2/value', 'A'],
      ['raci/s1/value', 'R'],
    ])
    expect(plain('activity', leaves)['raci']).toEqual({ s1: 'R', s2: 'A' })
    expect(plain('activity', new Map())).not.toHaveProperty('raci')
  })
})
