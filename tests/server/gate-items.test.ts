import fc from 'fast-check'
import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Kind, Leaf, ValueField } from '../../shared/items/define.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { addEntry, addItem, changeItem, deleteItem, removeAt, restoreItem } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { memberId } from '../support/board.ts'
import type { Spot } from '../support/items.ts'
import { allKinds, fieldsThat, isList, someLeaves, spotsOf, writeAt } from '../support/items.ts'
import type { ForgedContent, ForgedStruct } from '../support/updates.ts'
import { aGatedRoom, aWriter, forge, from2, layoutFor } from '../support/updates.ts'

const malformed = (why: string) => ({ is: 'malformed', why })
const bo = { actor: memberId('bo') }
const map: ForgedContent = { type: 1 }
const text: ForgedContent = { type: 2 }
const any = (value: unknown): ForgedContent => ({ any: [value] })

const byKind = (name: string, test: (kind: Kind) => void) =>
  it.each(allKinds.map((kind) => [kind.kind, kind] as const))(name, (_, kind) => test(kind))

/** A room in which anna (client 1) made the item `one`; `leaf` is what bo (client 2) would add to it. */
const aRoomWith = (kind: Kind) => {
  const room = aGatedRoom(layoutFor(kind))
  const anna = aWriter(newRoomDoc(), 1)
  addItem(anna.doc, { kind: kind.kind, id: 'one', order: 'a0' }, 'local')
  expect(room.take(anna.update()).is).toBe('good')
  const item = must(anna.doc.getMap(`items:${kind.kind}`).get('one')) as Y.Map<unknown>
  const at = ({ _item }: Pick<Y.Map<unknown>, '_item'> | Pick<Y.Text, '_item'>) =>
    [must(_item).id.client, must(_item).id.clock] as const
  const [words] = spotsOf(kind).filter((spot) => spot.isWords && item.has(spot.path)) as [Spot?]
  const long = words && (item.get(words.path) as Y.Text)
  return {
    room,
    anna,
    one: at(item),
    words: long && { at: at(long), path: words.path },
    leaf: (key: string, content: ForgedContent) => room.take(from2({ parent: at(item), key, content }), bo),
  }
}

describe('honest edits of items', () => {
  byKind('IT11 everything that people do with %s passes, also what others did meanwhile', (kind) => {
    fc.assert(
      fc.property(someLeaves(kind), (leaves) => {
        const room = aGatedRoom(layoutFor(kind))
        const anna = aWriter(undefined, 1)
        addItem(anna.doc, { kind: kind.kind, id: 'one', order: 'a0', leaves }, 'local')
        const send = (writer: typeof anna, over = {}) => {
          // What others have overwritten meanwhile is gone already.
          for (const update of writer.updates())
            expect(['good', 'nothing']).toContain(room.take(update, over).is)
        }
        send(anna)
        for (const [path, list] of fieldsThat(kind, isList))
          addEntry(
            anna.doc,
            { kind: kind.kind, id: 'one' },
            { list, path: `${path}/entry`, order: 'a0' },
            'local',
          )
        send(anna)
        const writer = aWriter(room.doc, 2)
        for (const spot of spotsOf(kind)) writeAt(writer.doc, kind, spot, must(fc.sample(spot.leaf, 1)[0]))
        for (const spot of spotsOf(kind)) writeAt(anna.doc, kind, spot, must(fc.sample(spot.leaf, 1)[0]))
        const item = { kind: kind.kind, id: 'one' }
        deleteItem(writer.doc, item, { member: memberId('bo'), at: '2026-11-15T12:00:00.000Z' }, 'local')
        for (const { path } of spotsOf(kind).filter(({ isWords }) => !isWords))
          removeAt(anna.doc, item, path, 'local')
        changeItem(anna.doc, item, { order: 'a1' }, 'local')
        restoreItem(writer.doc, item, 'local')
        send(writer, bo)
        send(anna)
        const unread = new Set<string>()
        expect(readItems(room.doc, unread)).toHaveLength(1)
        expect([...unread]).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  byKind('IT11 two items of %s made under one id at the same moment end as one', (kind) => {
    const room = aGatedRoom(layoutFor(kind))
    const writers = [aWriter(undefined, 1), aWriter(undefined, 2)]
    for (const writer of writers) {
      addItem(writer.doc, { kind: kind.kind, id: 'one', order: 'a0' }, 'local')
      changeItem(writer.doc, { kind: kind.kind, id: 'one' }, { order: 'a1' }, 'local')
    }
    const actors = [{}, bo]
    writers.forEach((writer, at) => {
      for (const update of writer.updates()) expect(room.take(update, actors[at]).is).toBe('good')
    })
    expect(readItems(room.doc, new Set()).map(({ id }) => id)).toEqual(['one'])
  })
})

describe('items that no page writes', () => {
  byKind('IT12 a field that %s does not have is malformed', (kind) => {
    const { leaf } = aRoomWith(kind)
    const foreign = [
      '',
      'nothing',
      'ORDER',
      'order/x',
      'deleted',
      'deleted/why',
      '__proto__',
      'constructor',
      'toString',
    ]
    const beyond = spotsOf(kind).map(({ path }) => `${path}/further`)
    const beside = spotsOf(kind).map(({ path }) => path.replace(/[^/]+$/, 'nothing of ours'))
    for (const key of [...foreign, ...beyond, ...beside])
      expect(leaf(key, any('x')), key).toEqual(malformed('unknown field'))
  })

  byKind('IT12 a value that does not fit its field of %s is malformed', (kind) => {
    const { leaf } = aRoomWith(kind)
    const never = [undefined, { a: 1 }, ['x'], NaN, Infinity, 'x'.repeat(20_001), '', false, Uint8Array.of(1)]
    for (const { path } of spotsOf(kind))
      for (const value of never)
        expect(leaf(path, any(value)), path).toEqual(malformed(`bad value of ${path}`))
  })

  byKind('IT12 a line of %s is one line, and no longer than it may be', (kind) => {
    const { leaf } = aRoomWith(kind)
    for (const [path, line] of fieldsThat(kind, isLine)) {
      const longest = line.longest ?? 300
      expect(aRoomWith(kind).leaf(path, any('x'.repeat(longest))).is, path).toBe('good')
      for (const bad of ['x'.repeat(longest + 1), 'one\ntwo', 'one\rtwo', 5, true, null])
        expect(leaf(path, any(bad)), path).toEqual(malformed(`bad value of ${path}`))
    }
  })

  byKind('IT12 a number, a year, a day and a step of a scale of %s are those there are', (kind) => {
    const { leaf } = aRoomWith(kind)
    for (const [path, field] of fieldsThat(kind, isValue)) {
      for (const value of unfit(field))
        expect(leaf(path, any(value)), path).toEqual(malformed(`bad value of ${path}`))
    }
  })

  byKind('IT12 no place among others of %s but a key', (kind) => {
    const { leaf } = aRoomWith(kind)
    for (const order of ['', 'a 0', 'å', 'a'.repeat(201), 5, null, true])
      expect(leaf('order', any(order))).toEqual(malformed('bad value of order'))
  })

  byKind('IT12 nothing is nested in an item of %s but its long texts', (kind) => {
    const { leaf } = aRoomWith(kind)
    const nested: readonly ForgedContent[] = [
      { type: 0 },
      map,
      { type: 4 },
      { element: 'paragraph' },
      { text: true },
      { document: 'sub' },
      { binary: Uint8Array.of(1) },
      { embed: { a: 1 } },
      { string: 'x' },
      { json: [1] },
      { format: ['bold', {}] },
    ]
    for (const { path } of spotsOf(kind))
      for (const content of nested) expect(leaf(path, content), path).toMatchObject({ is: 'malformed' })
  })

  byKind('IT12 values of %s take no words that are written together, and the other way round', (kind) => {
    const { leaf } = aRoomWith(kind)
    for (const { path, isWords } of spotsOf(kind))
      if (isWords) expect(leaf(path, any('words')), path).toEqual(malformed(`bad value of ${path}`))
      else expect(leaf(path, text), path).toEqual(malformed(`bad value of ${path}`))
  })

  byKind('IT12 a long text of %s holds words alone: no marks, nothing set into it, no attributes', (kind) => {
    const { room, words } = aRoomWith(kind)
    if (!words) return
    const inWords = (struct: Partial<ForgedStruct>) =>
      room.take(from2({ parent: words.at, content: { string: 'x' }, ...struct }), bo)
    for (const content of [
      { format: ['bold', {}] },
      { format: ['link', { href: 'https://example.se' }] },
      { embed: { image: 'x' } },
      any('x'),
      map,
      text,
      { element: 'paragraph' },
      { document: 'sub' },
      { binary: Uint8Array.of(1) },
    ] satisfies ForgedContent[])
      expect(inWords({ content })).toEqual(malformed('more than words'))
    expect(inWords({ key: 'lang', content: any('sv') })).toEqual(malformed('attribute of words'))
    expect(inWords({}).is).toBe('good')
  })

  byKind('IT12 an item of %s stands under an id, and is an item', (kind) => {
    const root = `items:${kind.kind}`
    const take = (struct: Partial<ForgedStruct>) =>
      aGatedRoom(layoutFor(kind)).take(from2({ parent: root, key: 'two', content: map, ...struct }))
    expect(take({}).is).toBe('good')
    for (const key of ['', '__proto__', 'prototype', 'a b', 'a/b', 'å', '<b>', 'x'.repeat(141)])
      expect(take({ key }), key).toEqual(malformed('bad id of an item'))
    const loose = aGatedRoom(layoutFor(kind)).take(from2({ parent: root, content: map }))
    expect(loose).toEqual(malformed('bad id of an item'))
    for (const content of [
      any({ title: 'x' }),
      text,
      { type: 0 },
      { element: 'goal' },
      { text: true },
    ] as const)
      expect(take({ content }), JSON.stringify(content)).toMatchObject({ is: 'malformed' })
  })

  it('IT12 an item of a kind that there is not, or of no kind, is malformed', () => {
    for (const parent of ['items:nothing', 'items:', 'items', 'items:__proto__', 'items:constructor'])
      expect(aGatedRoom().take(from2({ parent, key: 'one', content: map }))).toEqual(
        malformed('unknown root'),
      )
  })

  byKind('IT12 a field of %s that is written anew is judged like the first', (kind) => {
    const [spot] = spotsOf(kind).filter(({ isWords }) => !isWords) as [Spot]
    const [leaf] = fc.sample(spot.leaf, 1) as [Leaf]
    const { room, one } = aRoomWith(kind)
    expect(room.take(from2({ parent: one, key: spot.path, content: any(leaf) }), bo).is).toBe('good')
    const again = (content: ForgedContent) =>
      room.take(forge([{ client: 2, clock: 1, structs: [{ origin: [2, 0], content }] }]), bo)
    expect(again(any({ a: 1 }))).toEqual(malformed(`bad value of ${spot.path}`))
    expect(again(text)).toEqual(malformed(`bad value of ${spot.path}`))
    expect(again(any(leaf)).is).toBe('good')
  })

  byKind('IT12 what comes with a new item of %s is judged like what comes later', (kind) => {
    const made = (key: string, content: ForgedContent) =>
      aGatedRoom(layoutFor(kind)).take(
        from2({ parent: `items:${kind.kind}`, key: 'two', content: map }, { parent: [2, 0], key, content }),
      )
    expect(made('order', any('a0')).is).toBe('good')
    expect(made('nothing', any('x'))).toEqual(malformed('unknown field'))
    expect(made('order', map)).toEqual(malformed('bad value of order'))
  })
})

const isLine = (field: { readonly is: string }): field is Extract<ValueField, { is: 'line' }> =>
  field.is === 'line'
const isValue = (field: { readonly is: string }): field is ValueField =>
  ['number', 'year', 'scale', 'choice', 'day', 'flag', 'link'].includes(field.is)

/** Values that come near and do not fit. */
const unfit = (field: ValueField): readonly unknown[] => {
  switch (field.is) {
    case 'number':
      return [
        '5',
        1e16,
        -1e16,
        ...(field.min === undefined ? [] : [field.min - 1]),
        ...(field.max === undefined ? [] : [field.max + 1]),
        ...(field.integer ? [1.5] : []),
      ]
    case 'year':
      return [1799, 2301, 2026.5, '2026']
    case 'scale':
      return [field.from - 1, field.to + 1, field.from + 0.5, `${field.from}`]
    case 'choice':
      return ['nothing', '__proto__', 1, true]
    case 'day':
      return ['2026-02-31', '2026-13-01', '2026-1-1', '15.11.2026', '2026-11-15T12:00:00Z', 20261115]
    case 'flag':
      return ['true', 1, null]
    case 'link':
      return ['a b', 'å', 'x'.repeat(141), 5, null]
    default:
      return []
  }
}
