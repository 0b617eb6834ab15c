import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { judge, limits } from '../../server/live/gate.ts'
import { itemsRoot, layoutOf, newRoomDoc } from '../../shared/step/doc.ts'
import { readStep } from '../../shared/step/read.ts'
import { memberId } from '../support/board.ts'
import { editByChance } from '../support/honest-edits.ts'
import { allKinds, spotsOf } from '../support/items.ts'
import type { Random } from '../support/random.ts'
import { seeded, seeds } from '../support/random.ts'
import type { At, ForgedBlock, ForgedContent, ForgedStruct, GatedRoom } from '../support/updates.ts'
import { aGatedRoom, answer, aWriter, forge, section, step } from '../support/updates.ts'

/** A room after some edits of anna and bo, and honest updates of anna's that it has not taken yet. */
const aLivelyRoom = (random: Random) => {
  const room = aGatedRoom()
  const anna = aWriter(undefined, 1)
  const bo = aWriter(undefined, 2)
  for (let edits = 0; edits < 30; edits++) {
    editByChance(random.chance(0.5) ? anna.doc : bo.doc, random)
    for (const writer of [anna, bo])
      for (const update of writer.updates()) {
        expect(room.take(update, { actor: memberId(writer === anna ? 'anna' : 'bo') }).is).toBe('good')
        ;(writer === anna ? bo : anna).hear(update)
      }
  }
  const waiting: Uint8Array[] = []
  for (let edits = 0; edits < 20; edits++) {
    editByChance(anna.doc, random)
    waiting.push(...anna.updates())
  }
  const honest = waiting.map((_, index) => Y.mergeUpdates(waiting.slice(0, index + 1)))
  return { room, honest, state: Y.encodeStateAsUpdate(room.doc) }
}

/** How everything that holds something in `state` reads in the document now: texts by their words, the rest by ids. */
const orders = (doc: Y.Doc, state: Uint8Array): readonly unknown[] => {
  const types = Y.decodeUpdate(state).structs.flatMap((struct) => {
    const item = Y.getItem(doc.store, struct.id)
    return item instanceof Y.Item && item.content instanceof Y.ContentType ? [item.content.type] : []
  })
  return [...types, doc.getXmlFragment(section), doc.getXmlFragment(answer)].map((type) => {
    if (type instanceof Y.Text) return type.toDelta()
    return type instanceof Y.XmlFragment ? type.toArray().map((child) => child._item?.id) : null
  })
}

/** Judges, and says what must hold of whatever the gate lets through; the room stays as it is. */
const judgedSafely = (update: Uint8Array, room: GatedRoom, state: Uint8Array): string => {
  const { is } = judge(update, room.seen())
  if (is !== 'good') return is
  const doc = newRoomDoc()
  Y.applyUpdate(doc, state)
  Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  for (const root of doc.share.keys()) expect(roots).toContain(root)
  const reading = readStep(doc, step)
  expect(reading.unread).toEqual([])
  for (const client of doc.store.clients.keys())
    expect(Y.getState(doc.store, client)).toBeLessThan(limits.structLength * 20)
  const again = newRoomDoc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  expect(orders(again, state)).toEqual(orders(doc, state))
  expect(readStep(again, step).items).toEqual(reading.items)
  return is
}

const roots = [...layoutOf(step).keys()]
/** Where forgeries like to stand: a third of them among items. */
const parents = [
  section,
  answer,
  'questions',
  section,
  answer,
  'questions',
  ...roots.filter((root) => root.startsWith(itemsRoot(''))),
]
const keys = [
  'level',
  'mission.why/status',
  'x',
  'one',
  'order',
  ...allKinds.flatMap((kind) => spotsOf(kind).map(({ path }) => path)),
]

const mutated = (bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array => {
  const at = random.int(bytes.length)
  switch (random.int(6)) {
    case 0:
      return bytes.with(at, random.int(256))
    case 1:
      return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.int(8)))
    case 2:
      return bytes.slice(0, at)
    case 3:
      return Uint8Array.from([...bytes.slice(0, at), ...random.bytes(1 + random.int(3)), ...bytes.slice(at)])
    case 4:
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1 + random.int(4))])
    default:
      return Uint8Array.from([...bytes.slice(0, at), ...other.slice(random.int(other.length))])
  }
}

type Clocks = ReadonlyMap<number, number>

/** Mostly something that is there, or comes along. */
const at = (random: Random, clocks: Clocks): At => {
  const client = random.pick([1, 1, 2, 2, 3, 4])
  return [client, random.int((clocks.get(client) ?? 0) + (random.chance(0.3) ? 4 : 1))]
}

const contents: readonly ((random: Random) => ForgedContent)[] = [
  () => ({ string: 'ord' }),
  () => ({ string: 'x' }),
  () => ({ element: 'paragraph' }),
  () => ({ element: 'listItem' }),
  () => ({ element: 'bulletList' }),
  () => ({ element: 'heading' }),
  () => ({ text: true }),
  (random) => ({ deleted: 1 + random.int(3) }),
  (random) => ({ any: [random.pick([1, 2, 'agreed', 'x', null, true, 'a0', '2026-11-15'])] }),
  () => ({ type: 1 }),
  (random) => ({ any: [1, random.pick([2, 'x'])] }),
  (random) => ({
    format: [random.pick(['bold', 'link', 'x']), random.pick([{}, null, { href: 'https://a.se' }])],
  }),
  (random) => ({ type: random.int(6) }),
  () => ({ document: 'd' }),
]

const forgedStruct = (random: Random, clocks: Clocks): ForgedStruct => {
  const kind = random.float()
  if (kind < 0.06) return { gc: 1 + random.int(4) }
  if (kind < 0.09) return { skip: 1 + random.int(4) }
  const content = random.pick(contents)(random)
  const key = random.chance(0.25) ? { key: random.pick(keys) } : {}
  if (kind < 0.4) return { parent: random.pick(parents), ...key, content }
  if (kind < 0.6) return { parent: at(random, clocks), ...key, content }
  const origin = at(random, clocks)
  if (random.chance(0.6)) return { origin, content }
  return { ...(random.chance(0.5) && { origin }), right: at(random, clocks), content }
}

const forged = (random: Random, clocks: Clocks): Uint8Array => {
  const clients = [1, 3, 4].filter(() => random.chance(0.6))
  const blocks = clients.map((client): ForgedBlock => {
    const known = clocks.get(client) ?? 0
    const clock = random.chance(0.75) ? known : Math.max(0, known - random.int(5))
    return {
      client,
      clock,
      structs: Array.from({ length: 1 + random.int(3) }, () => forgedStruct(random, clocks)),
    }
  })
  const deletions = random.chance(0.3) ? [[1, [random.int(100), 1 + random.int(20)]] as const] : []
  return forge(blocks, deletions)
}

describe('hostile updates', () => {
  for (const seed of seeds(2)) {
    test(`GT20 10,000 mutated updates never throw, and what passes leaves nothing pending or unreadable (seed ${seed})`, () => {
      const random = seeded(seed)
      const { room, state, honest } = aLivelyRoom(random)
      const seen: Record<string, number> = {}
      for (let round = 0; round < 10_000; round++) {
        let bytes = random.pick(honest)
        for (let times = random.chance(0.7) ? 1 : 3; times > 0 && bytes.length > 0; times--)
          bytes = mutated(bytes, random.pick(honest), random)
        const is = judgedSafely(bytes, room, state)
        seen[is] = (seen[is] ?? 0) + 1
      }
      expect(seen['good']).toBeGreaterThan(100)
      expect(seen['malformed']).toBeGreaterThan(100)
    }, 60_000)

    test(`GT21 20,000 well-formed forgeries, wherever they point, never break or move anything (seed ${seed})`, () => {
      const random = seeded(seed)
      const { room, state } = aLivelyRoom(random)
      const clocks = Y.decodeStateVector(Y.encodeStateVector(room.doc))
      const seen: Record<string, number> = {}
      for (let round = 0; round < 20_000; round++) {
        const is = judgedSafely(forged(random, clocks), room, state)
        seen[is] = (seen[is] ?? 0) + 1
      }
      for (const is of ['good', 'gap', 'malformed']) expect(seen[is]).toBeGreaterThan(100)
    }, 60_000)
  }
})
