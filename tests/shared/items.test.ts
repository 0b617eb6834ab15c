import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Field, Fields, Kind, Leaf } from '../../shared/items/define.ts'
import { entriesOf, membersAt } from '../../shared/items/item.ts'
import { spotAt } from '../../shared/items/leaves.ts'
import { ordersFor } from '../../shared/items/order.ts'
import { parseItem } from '../../shared/items/parse.ts'
import { plainOf } from '../../shared/items/plain.ts'
import { itemsOf } from '../../shared/step/doc.ts'
import {
  addEntry,
  addItem,
  beginningsOf,
  changeItem,
  deleteItem,
  removeAt,
  restoreItem,
} from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import type { Spot } from '../support/items.ts'
import {
  allKinds,
  allLeaves,
  docsWith,
  exchange,
  fieldsThat,
  holds,
  isLinks,
  isList,
  isTable,
  itemIn,
  said,
  someLeaves,
  spotsOf,
  writeAt,
} from '../support/items.ts'

/* Whatever kinds the registry has: each is made, written, read, put into a file and taken from it, alone and together. */

const byKind = (name: string, test: (kind: Kind) => void) =>
  it.each(allKinds.map((kind) => [kind.kind, kind] as const))(name, (_, kind) => test(kind))

const madeOf = (kind: Kind, leaves: ReadonlyMap<string, Leaf>) => {
  const doc = new Y.Doc()
  addItem(doc, { kind: kind.kind, id: 'one', order: 'a0', leaves }, 'local')
  return itemIn(doc, kind)
}

describe('the registry', () => {
  byKind('IT1 every path that %s names leads to a field', (kind) => {
    const { card, columns, figure, joins, span, title } = kind
    const named = [
      title,
      ...[card.number].flatMap((path) => path ?? []),
      ...[...card.meta, ...card.facts, ...(card.rows ?? []), ...columns],
      ...(figure ? [figure.series, figure.targets, figure.unit, figure.decimals] : []),
      ...(joins ? [joins.from, joins.to] : []),
      ...(span ? [span.from, span.to] : []),
    ]
    const paths = named.filter((path) => !(path === 'span' && span))
    expect(paths.filter((path) => !fieldAt(kind.fields, path))).toEqual([])
  })

  byKind('IT1 what %s names of other kinds exists there', ({ derived = [], card }) => {
    for (const { kind, field } of derived)
      expect(fieldAt(must(allKinds.find((one) => one.kind === kind)).fields, field)?.is).toBe('links')
    for (const joined of card.joined ?? [])
      expect(allKinds.find((one) => one.kind === joined)?.joins).toBeDefined()
  })

  byKind('IT1 %s says null only where a table says that a value is known to be missing', (kind) => {
    const first = fieldsIn(kind.fields).flatMap((field) =>
      field.is === 'table' ? Object.values(field.fields).slice(0, 1) : [],
    )
    const missing = fieldsIn(kind.fields).filter((field) => field.is === 'number' && field.orNull)
    expect(missing.filter((field) => !first.includes(field))).toEqual([])
  })
})

describe('one item', () => {
  byKind('IT2 every field of %s is written and read as what it is', (kind) => {
    for (const spot of spotsOf(kind))
      fc.assert(
        fc.property(spot.leaf, (leaf) => {
          const [doc] = docsWith(kind, 1) as [Y.Doc]
          writeAt(doc, kind, spot, leaf)
          const unread = new Set<string>()
          readItems(doc, unread)
          expect(itemIn(doc, kind).leaves.get(spot.path), spot.path).toEqual(leaf)
          expect([...unread]).toEqual([])
        }),
        { numRuns: 10 },
      )
  })

  byKind('IT2 all of %s is made at once, and nothing else', (kind) => {
    fc.assert(
      fc.property(someLeaves(kind), (leaves) => {
        expect(said(madeOf(kind, leaves).leaves)).toEqual(leaves)
      }),
      { numRuns: 60 },
    )
  })

  byKind(
    'IT2 a value of %s that is taken away is gone, and writing what stands there writes nothing',
    (kind) => {
      const [doc] = docsWith(kind, 1) as [Y.Doc]
      for (const spot of spotsOf(kind).filter(({ isWords }) => !isWords)) {
        const [leaf] = fc.sample(spot.leaf, 1) as [Leaf]
        const before = itemIn(doc, kind).leaves
        writeAt(doc, kind, spot, leaf)
        let written = 0
        doc.on('update', () => written++)
        writeAt(doc, kind, spot, leaf)
        expect(written, spot.path).toBe(0)
        removeAt(doc, { kind: kind.kind, id: 'one' }, spot.path, 'local')
        const after = new Map(before)
        after.delete(spot.path)
        expect(itemIn(doc, kind).leaves, spot.path).toEqual(after)
      }
    },
  )

  byKind('IT2 what %s begins with fits it', (kind) => {
    const beginnings = beginningsOf(kind, '2026-11-15')
    expect(said(madeOf(kind, beginnings).leaves)).toEqual(beginnings)
    for (const [path, leaf] of beginnings) {
      const spot = spotAt(kind.fields, path)
      expect(spot?.is === 'value' && spot.fits(leaf), path).toBe(true)
    }
  })

  byKind('IT3 %s written as JSON is read back as the same', (kind) => {
    fc.assert(
      fc.property(someLeaves(kind), (leaves) => {
        const item = madeOf(kind, withJoin(kind, leaves))
        const plain = JSON.parse(JSON.stringify(plainOf(kind, item))) as ReturnType<typeof plainOf>
        let fresh = 0
        const parsed = parseItem(kind, plain, () => `fresh-${fresh++}`)
        expect([parsed.problems, parsed.unknown]).toEqual([[], []])
        const again = { ...item, id: parsed.id, leaves: parsed.leaves }
        expect(named(kind, parsed.leaves)).toEqual(named(kind, said(item.leaves)))
        expect(plainOf(kind, { ...again, id: item.id })).toEqual(plain)
      }),
      { numRuns: 100 },
    )
  })

  byKind('IT20 %s of which everything is said is written as JSON with all of it, and read back', (kind) => {
    fc.assert(
      fc.property(allLeaves(kind), (leaves) => {
        const item = madeOf(kind, withJoin(kind, leaves))
        const plain = plainOf(kind, item)
        const { problems, unknown, leaves: again } = parseItem(kind, plain, fresh())
        expect([problems, unknown]).toEqual([[], []])
        expect(Object.keys(plain).filter((name) => name !== 'id')).toEqual(Object.keys(kind.fields))
        expect(named(kind, again)).toEqual(named(kind, item.leaves))
      }),
      { numRuns: 30 },
    )
  })

  byKind('IT21 a list of %s that files write as words or as one object is the same both ways', (kind) => {
    for (const [name, list] of fieldsThat(kind, isList).filter(([, { plain }]) => plain !== undefined)) {
      const [first = '', second = ''] = Object.keys(list.fields)
      const orders = ordersFor(3)
      const written = (...words: readonly string[]) => {
        const leaves = words.flatMap((word, at): (readonly [string, Leaf])[] => [
          [`${name}/e${at}/order`, must(orders[at])],
          ...(word === '' ? [] : [[`${name}/e${at}/${first}`, word] as const]),
          ...(second === '' ? [] : [[`${name}/e${at}/${second}`, `${at}`] as const]),
        ])
        const item = madeOf(kind, new Map(leaves))
        const plain = plainOf(kind, item)
        expect(named(kind, parseItem(kind, plain, fresh()).leaves)).toEqual(named(kind, said(item.leaves)))
        return plain[name]
      }
      const isValues = list.plain === 'values'
      expect(written('b', 'a')).toEqual(isValues ? ['b', 'a'] : { b: '0', a: '1' })
      expect(written('b', '', 'a')).toEqual(isValues ? ['b', '', 'a'] : { b: '0', '': '1', a: '2' })
      const entry = (word: string, at: string) => (isValues ? word : { [first]: word, [second]: at })
      // One object would lose one of two, and sort what look like numbers.
      for (const words of [['a', 'a'], ['b', '7', '1'], ['__proto__']])
        expect(written(...words)).toEqual(words.map((word, at) => entry(word, `${at}`)))
    }
  })

  byKind('IT22 a word in a key of %s is short and whole', (kind) => {
    for (const [path, { by, fields, mark }] of fieldsThat(kind, isTable)) {
      const words = by.findIndex((part) => part.is === 'word')
      if (words < 0) continue
      const [first = ''] = Object.keys(fields)
      const at = (word: string) => {
        const key = must(spotsOf(kind).find((spot) => spot.path.startsWith(`${path}/`))).path.split('/')
        const own = key.slice(1, 1 + by.length).with(words, word)
        return spotAt(kind.fields, [path, ...own, ...(mark ? [] : [first])].join('/'))
      }
      for (const word of ['80+', '0–5', '105 år och äldre', '--', 'x'.repeat(40)])
        expect(at(word), word).not.toBeNull()
      for (const word of ['', '-', 'a/b', '/', ' 80', '80 ', 'a\nb', 'x'.repeat(41)])
        expect(at(word), word).toBeNull()
    }
  })

  byKind('IT23 nothing is said in JSON of an empty text of %s', (kind) => {
    const texts = Object.entries(kind.fields).filter(([, { is }]) => is === 'text')
    const plain = plainOf(kind, madeOf(kind, new Map()))
    for (const [name, field] of texts)
      expect([name, plain[name]]).toEqual([
        name,
        field.optional ? undefined : 'orNull' in field && field.orNull ? null : '',
      ])
  })

  byKind('IT3 whatever path the gate takes into %s is taken from a file too', (kind) => {
    const years = ['0000', '0042', '1799', '1800', '2300', '2301', '9999']
    for (const [path, table] of fieldsThat(kind, isTable))
      for (const year of years) {
        const key = table.by.map((part) =>
          part.is === 'year' ? year : part.is === 'choice' ? part.of.values[0] : 'x',
        )
        const [first = ''] = Object.keys(table.fields)
        const at = [path, ...key, ...(table.mark ? [] : [first])].join('/')
        if (!spotAt(kind.fields, at)) continue
        const [leaf] = table.mark
          ? [true]
          : fc.sample(must(spotsOf(kind).find((spot) => spot.path.startsWith(path))).leaf, 1)
        const item = { ...madeOf(kind, new Map()), leaves: new Map([[at, leaf as Leaf]]) }
        const parsed = parseItem(
          kind,
          plainOf(kind, { ...item, leaves: withJoin(kind, item.leaves) }),
          () => 'fresh',
        )
        expect(parsed.problems, at).toEqual([])
      }
  })
})

describe('several people', () => {
  byKind('IT4 in %s, changes of different fields both stay', (kind) => {
    const spots = spotsOf(kind)
    fc.assert(
      fc.property(fc.shuffledSubarray([...spots], { minLength: 2, maxLength: 2 }), ([one, two]) => {
        const docs = docsWith(kind)
        const changes = [must(one), must(two)].map((spot) => ({
          spot,
          leaf: must(fc.sample(spot.leaf, 1)[0]),
        }))
        changes.forEach(({ spot, leaf }, at) => writeAt(must(docs[at]), kind, spot, leaf))
        exchange(docs)
        for (const doc of docs)
          for (const { spot, leaf } of changes)
            expect(holds(itemIn(doc, kind), spot, leaf), spot.path).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  byKind('IT4 in %s, changes of the same field end in one value for everybody, words in both', (kind) => {
    for (const spot of spotsOf(kind)) {
      const docs = docsWith(kind)
      const leaves = docs.map((doc) => {
        const [leaf] = fc.sample(spot.leaf, 1) as [Leaf]
        writeAt(doc, kind, spot, leaf)
        return leaf
      })
      exchange(docs)
      const [first, second] = docs.map((doc) => itemIn(doc, kind))
      expect(second).toEqual(first)
      const kept = leaves.filter((leaf) => holds(must(first), spot, leaf))
      expect(kept.length, spot.path).toBeGreaterThanOrEqual(spot.isWords ? 2 : 1)
    }
  })

  byKind('IT5 in %s, entries added at the same moment are all there, each once', (kind) => {
    for (const [path, list] of fieldsThat(kind, isList)) {
      const docs = docsWith(kind, 3)
      docs.forEach((doc, at) => {
        const entry = { list, path: `${path}/by-${at}`, order: 'a1' }
        addEntry(doc, { kind: kind.kind, id: 'one' }, entry, 'local')
      })
      exchange(docs)
      for (const doc of docs)
        expect(entriesOf(itemIn(doc, kind), path, list).map(({ id }) => id)).toEqual([
          'entry',
          'by-0',
          'by-1',
          'by-2',
        ])
    }
  })

  byKind('IT5 in %s, items linked at the same moment are all linked', (kind) => {
    for (const [path] of fieldsThat(kind, isLinks)) {
      const docs = docsWith(kind, 3)
      docs.forEach((doc, at) =>
        changeItem(doc, { kind: kind.kind, id: 'one' }, { [`${path}/to-${at}`]: true }, 'local'),
      )
      exchange(docs)
      for (const doc of docs)
        expect([...membersAt(itemIn(doc, kind), path)].sort()).toEqual(['to-0', 'to-1', 'to-2'])
    }
  })

  byKind('IT6 what others write into a deleted item of %s is there when it is restored', (kind) => {
    const item = { kind: kind.kind, id: 'one' }
    for (const spot of spotsOf(kind)) {
      const [anna, bo] = docsWith(kind) as [Y.Doc, Y.Doc]
      const [leaf] = fc.sample(spot.leaf, 1) as [Leaf]
      deleteItem(anna, item, { member: 'anna', at: '2026-11-15T12:00:00.000Z' }, 'local')
      writeAt(bo, kind, spot, leaf)
      exchange([anna, bo])
      for (const doc of [anna, bo])
        expect(itemIn(doc, kind).deleted).toEqual({ by: 'anna', at: '2026-11-15T12:00:00.000Z' })
      restoreItem(bo, item, 'local')
      exchange([anna, bo])
      for (const doc of [anna, bo]) {
        expect(itemIn(doc, kind).deleted).toBeNull()
        expect(holds(itemIn(doc, kind), spot, leaf), spot.path).toBe(true)
      }
    }
  })
})

describe('what does not fit', () => {
  byKind('IT8 an entry of %s without a place is not shown, and is there once it has one', (kind) => {
    for (const [path, list] of fieldsThat(kind, isList)) {
      const [doc] = docsWith(kind, 1) as [Y.Doc]
      const spots = spotsOf(kind).filter((spot) => spot.path.startsWith(`${path}/entry/`) && !spot.isWords)
      removeAt(doc, { kind: kind.kind, id: 'one' }, `${path}/entry`, 'local')
      const before = plainOf(kind, itemIn(doc, kind))
      for (const spot of spots.filter((one) => !one.path.endsWith('/order')))
        writeAt(doc, kind, spot, must(fc.sample(spot.leaf, 1)[0]))
      const stray = itemIn(doc, kind)
      expect(entriesOf(stray, path, list)).toEqual([])
      expect(plainOf(kind, stray)).toEqual(before)
      changeItem(doc, { kind: kind.kind, id: 'one' }, { [`${path}/entry/order`]: 'a0' }, 'local')
      expect(entriesOf(itemIn(doc, kind), path, list)).toHaveLength(1)
      for (const [at, leaf] of stray.leaves) expect(itemIn(doc, kind).leaves.get(at)).toEqual(leaf)
    }
  })

  byKind('IT8 what has no place in %s, or does not fit it, is named, and the rest is read', (kind) => {
    const [doc] = docsWith(kind, 1) as [Y.Doc]
    const before = itemIn(doc, kind)
    const map = must(itemsOf(doc, kind.kind).get('one'))
    const [some] = spotsOf(kind).filter(({ isWords }) => !isWords) as [Spot]
    map.set('noSuchField', 'x')
    map.set(some.path, { nested: true } as never)
    itemsOf(doc, kind.kind).set('not an id!', new Y.Map<Leaf | Y.Text>())
    itemsOf(doc, kind.kind).set('text', new Y.Text('x') as never)
    const unread = new Set<string>()
    const items = readItems(doc, unread)
    const root = `items:${kind.kind}`
    expect([...unread].sort()).toEqual(
      [
        `${root}: not an id!`,
        `${root}: one/${some.path}`,
        `${root}: one/noSuchField`,
        `${root}: text`,
      ].sort(),
    )
    expect(items).toEqual([before])
  })
})

const fieldAt = (fields: Fields, path: string): Field | undefined => {
  const [name = '', ...rest] = path.split('/')
  const field = fields[name]
  if (rest.length === 0 || !field) return field
  return 'fields' in field ? fieldAt(field.fields, rest.join('/')) : undefined
}

const fieldsIn = (fields: Fields): readonly Field[] =>
  Object.values(fields).flatMap((field) => [field, ...('fields' in field ? fieldsIn(field.fields) : [])])

/** Ids for entries that files do not name. */
const fresh = () => {
  let count = 0
  return () => `fresh-${count++}`
}

/** What joins two items says which. */
const withJoin = ({ joins }: Kind, leaves: ReadonlyMap<string, Leaf>): ReadonlyMap<string, Leaf> =>
  joins ? new Map([...leaves, [joins.from, 'a'], [joins.to, 'b']]) : leaves

/** Entries that files do not name, by their number. */
const named = (kind: Kind, leaves: ReadonlyMap<string, Leaf>): ReadonlyMap<string, Leaf> => {
  const item = { kind: kind.kind, id: '', order: '', deleted: null, leaves }
  const names = fieldsThat(kind, isList).flatMap(([path, list]) =>
    entriesOf(item, path, list).map((entry, at) => [`${entry.path}/`, `${path}/#${at}/`] as const),
  )
  return new Map(
    [...leaves].map(([path, leaf]): [string, Leaf] => {
      const [old, name] = names.find(([start]) => path.startsWith(start)) ?? ['', '']
      return [name + path.slice(old.length), leaf]
    }),
  )
}
