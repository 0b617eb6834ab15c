import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { firstNewClocks, judge, limits } from '../../server/live/gate.ts'
import { setNotRelevant, setStatus } from '../../shared/step/questions.ts'
import { memberId } from '../support/board.ts'
import type { ForgedStruct } from '../support/updates.ts'
import {
  aGatedRoom,
  aWriter,
  aWrittenRoom,
  editorSchema,
  editText,
  forge,
  from2,
  paragraphs,
  section,
} from '../support/updates.ts'

const bo = { actor: memberId('bo') }
const malformed = (why: string) => ({ is: 'malformed', why })
const gap = { is: 'gap' }

describe('bytes', () => {
  test.each([
    ['no bytes', []],
    ['random bytes', [7, 200, 13, 255, 255, 255, 3]],
    ['a claim of many structs without them', [1, 255, 255, 255, 127, 5, 0]],
    ['an unknown kind of content', [1, 1, 2, 0, 31, 0, 0, 0]],
  ])('GT1 %s is malformed', (_, bytes) => {
    expect(aGatedRoom().take(Uint8Array.from(bytes))).toEqual(malformed('unreadable bytes'))
  })

  test('GT1 an eight-byte bomb is refused before anything is set aside for it', () => {
    const bomb = Uint8Array.from([1, 255, 255, 255, 15, 1, 0, 0])
    const before = process.memoryUsage().arrayBuffers
    expect(aGatedRoom().take(bomb)).toMatchObject({ is: 'malformed' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6)
  })

  test('GT1 an update in version 2 of the format is malformed, never taken for nothing', () => {
    const { doc } = aWriter()
    setStatus(doc, 'mission.why', 'agreed', null)
    expect(aGatedRoom().take(Y.encodeStateAsUpdateV2(doc))).toMatchObject({ is: 'malformed' })
    expect(aGatedRoom().take(Y.encodeStateAsUpdateV2(new Y.Doc()))).toMatchObject({ is: 'malformed' })
  })

  test('GT1 every beginning of an honest update that is not the whole is refused', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, section, () => paragraphs('trygghet', 'för alla'))
    const update = anna.update()
    for (let end = 0; end < update.length; end++) expect(room.take(update.slice(0, end)).is).not.toBe('good')
    expect(room.take(update).is).toBe('good')
  })

  test('GT1 a client in two blocks, of which Yjs would keep one waiting, is malformed', () => {
    const struct = { parent: section, content: { element: 'paragraph' } }
    const update = forge([
      { client: 2, clock: 0, structs: [struct] },
      { client: 2, clock: 1, structs: [struct] },
    ])
    expect(aGatedRoom().take(update)).toEqual(malformed('a client in two blocks'))
  })

  test('GT1 structs without length, and clocks beyond counting, are malformed', () => {
    expect(aGatedRoom().take(from2({ gc: 0 }))).toEqual(malformed('impossible length'))
    const far = forge([{ client: 2, clock: Number.MAX_SAFE_INTEGER, structs: [{ gc: 1 }] }])
    expect(aGatedRoom().take(far)).toEqual(malformed('impossible length'))
  })

  test('GT1 deletions that overlap, or come in another order than Yjs writes, are malformed', () => {
    const { room } = aWrittenRoom()
    for (const ranges of [
      [
        [2, 3],
        [4, 2],
      ],
      [
        [5, 1],
        [2, 1],
      ],
      [[2, 0]],
    ] as const)
      expect(room.take(forge([], [[1, ...ranges]]))).toEqual(malformed('deletions out of order'))
  })

  test('GT2 more bytes than an update may have are too big, and a step 2 may have more', () => {
    const text = 'x'.repeat(limits.bytes.update)
    const { doc } = aWriter()
    editText(doc, section, () => paragraphs(text))
    const update = Y.encodeStateAsUpdate(doc)
    expect(aGatedRoom().take(update)).toEqual({ is: 'tooBig', what: 'update' })
    expect(aGatedRoom().take(update, { kind: 'step2' }).is).toBe('good')
    const huge = new Uint8Array(limits.bytes.step2 + 1)
    expect(aGatedRoom().take(huge, { kind: 'step2' })).toEqual({ is: 'tooBig', what: 'update' })
  })
})

describe('nothing new', () => {
  const states = [{ writable: 'role' }, { writable: 'agreed' }, { writable: 'paused' }] as const

  test.each(states)(
    'GT3 what is all here already is nothing new, for anyone and in any state ($writable)',
    (state) => {
      const { room, anna } = aWrittenRoom()
      expect(room.take(Y.encodeStateAsUpdate(anna.doc), { ...state, ...bo })).toEqual({ is: 'nothing' })
      expect(room.take(Y.encodeStateAsUpdate(new Y.Doc()), state)).toEqual({ is: 'nothing' })
    },
  )

  test.each(states)('GT3 a step 2 after 1,000 deletions is nothing new ($writable)', (state) => {
    const room = aGatedRoom()
    const anna = aWriter()
    editText(anna.doc, section, () => paragraphs('ab'.repeat(1000)))
    const text = (anna.doc.getXmlFragment(section).get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (let index = 0; index < 1000; index++) text.delete(index, 1)
    for (const update of anna.updates()) expect(room.take(update).is).toBe('good')
    const reader = aWriter(room.doc)
    const step2 = Y.encodeStateAsUpdate(reader.doc, Y.encodeStateVector(room.doc))
    expect(Y.decodeUpdate(step2).ds.clients.get(anna.doc.clientID)).toHaveLength(1000)
    expect(room.take(step2, { ...state, ...bo, kind: 'step2' })).toEqual({ is: 'nothing' })
  })

  test('GT3 a deletion that is not here yet is something new', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, section, () => paragraphs('trygg'))
    const step2 = Y.encodeStateAsUpdate(anna.doc, Y.encodeStateVector(room.doc))
    expect(room.take(step2, { writable: 'agreed' })).toEqual({ is: 'refused', because: 'agreed' })
    expect(room.take(step2).is).toBe('good')
    expect(room.take(step2)).toEqual({ is: 'nothing' })
  })

  test('GT3 the tidying of formatting by somebody who only reads is nothing, a deleted word is not', () => {
    const room = aGatedRoom()
    const anna = aWriter(undefined, 1)
    const bold = () =>
      editorSchema.node('paragraph', null, editorSchema.text('fet', [editorSchema.mark('bold')]))
    editText(anna.doc, section, () => editorSchema.node('doc', null, bold()))
    room.take(anna.update())
    // Element 0, text 1, then the mark's beginning at 2 and the word from 3.
    expect(room.take(forge([], [[1, [2, 1]]]), { writable: 'role', ...bo })).toEqual({ is: 'nothing' })
    expect(room.take(forge([], [[1, [3, 1]]]), { writable: 'role', ...bo })).toMatchObject({ is: 'refused' })
    expect(room.take(forge([], [[1, [2, 1]]]), { writable: 'agreed', ...bo })).toMatchObject({
      is: 'refused',
    })
  })
})

describe('role, state and what was refused before', () => {
  test.each(['agreed', 'paused', 'role'] as const)(
    'GT4 who may not write is refused because of that (%s)',
    (writable) => {
      const { room, anna } = aWrittenRoom()
      editText(anna.doc, section, () => paragraphs('trygghet', 'till'))
      expect(room.take(anna.update(), { writable })).toEqual({ is: 'refused', because: writable })
    },
  )

  test('GT4 role and state are asked before continuity, the owner and the content', () => {
    const { room } = aWrittenRoom()
    const waiting = forge([{ client: 3, clock: 7, structs: [{ gc: 1 }] }])
    const stolen = forge([
      { client: 1, clock: 10, structs: [{ parent: 'nowhere', content: { string: 'x' } }] },
    ])
    for (const update of [waiting, stolen])
      expect(room.take(update, { writable: 'agreed', ...bo })).toEqual({ is: 'refused', because: 'agreed' })
  })

  test('GT5 a client that was refused is refused again from that clock on, also when the step is open again', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, section, () => paragraphs('trygghet', 'för sent'))
    const late = anna.update()
    for (const { client, clock } of firstNewClocks(late, room.doc)) room.refused.set(client, clock)
    expect(room.take(late)).toEqual({ is: 'refused', because: 'earlier' })
    expect(room.take(Y.encodeStateAsUpdate(anna.doc))).toEqual({ is: 'refused', because: 'earlier' })
    expect(room.take(late, { writable: 'paused' })).toEqual({ is: 'refused', because: 'earlier' })
  })

  test('GT5 what stands on refused words, or deletes them, is refused as they were', () => {
    const { room } = aWrittenRoom()
    room.refused.set(1, 10)
    expect(room.take(from2({ origin: [1, 11], content: { string: 'x' } }), bo)).toEqual({
      is: 'refused',
      because: 'earlier',
    })
    expect(room.take(forge([], [[1, [10, 1]]]), bo)).toEqual({ is: 'refused', because: 'earlier' })
    expect(room.take(from2({ origin: [1, 9], content: { string: 'x' } }), bo).is).toBe('good')
  })

  test('GT5 the first new clock of each client is where the document ends', () => {
    const { room, anna } = aWrittenRoom()
    expect(firstNewClocks(Y.encodeStateAsUpdate(anna.doc), room.doc)).toEqual([])
    editText(anna.doc, section, () => paragraphs('trygghet', 'till'))
    const bo = aWriter(anna.doc, 2)
    setStatus(bo.doc, 'mission.why', 'agreed', null)
    const clocks = firstNewClocks(Y.encodeStateAsUpdate(bo.doc), room.doc)
    expect(clocks).toHaveLength(2)
    expect(clocks).toEqual(
      expect.arrayContaining([
        { client: 1, clock: 10 },
        { client: 2, clock: 0 },
      ]),
    )
    expect(firstNewClocks(Uint8Array.from([9, 9]), room.doc)).toEqual([])
  })
})

describe('limits', () => {
  test('GT6 20,000 structs are taken and one more is too many', () => {
    const many = (count: number) => {
      const structs: ForgedStruct[] = [{ parent: section, content: { element: 'paragraph' } }]
      while (structs.length < count)
        structs.push({ origin: [2, structs.length - 1], content: { element: 'paragraph' } })
      return from2(...structs)
    }
    expect(aGatedRoom().take(many(limits.structs.update), { kind: 'step2' }).is).toBe('good')
    expect(aGatedRoom().take(many(limits.structs.update + 1), { kind: 'step2' })).toEqual({
      is: 'tooBig',
      what: 'structs',
    })
  })

  test('GT6 a clock cannot be driven up by one struct, deleted or not', () => {
    const room = aGatedRoom()
    for (const struct of [{ gc: 2 ** 40 }, { parent: section, content: { deleted: 1_000_001 } }])
      expect(room.take(from2(struct))).toEqual({ is: 'tooBig', what: 'length' })
    expect(room.doc.store.clients.size).toBe(0)
  })

  test('GT6 a full room takes deletions and no more words', () => {
    const { room, anna } = aWrittenRoom()
    const full = { bytes: limits.roomBytes }
    editText(anna.doc, section, () => paragraphs('trygg'))
    expect(room.take(anna.update(), full).is).toBe('good')
    setStatus(anna.doc, 'mission.why', 'agreed', null)
    expect(room.take(anna.update(), full)).toEqual({ is: 'tooBig', what: 'room' })
  })

  test('GT6 clientIDs in a room are counted', () => {
    const { room, anna } = aWrittenRoom()
    const crowd = forge(
      Array.from({ length: 5000 }, (_, index) => ({ client: 100 + index, clock: 0, structs: [{ gc: 1 }] })),
    )
    expect(room.take(crowd, { clients: limits.clients - 4999 })).toEqual({ is: 'tooBig', what: 'clients' })
    expect(room.take(crowd, { clients: limits.clients - 5000 }).is).toBe('good')
    setStatus(anna.doc, 'mission.why', 'agreed', null)
    expect(room.take(anna.update(), { clients: limits.clients }).is).toBe('good')
  })
})

describe('continuity', () => {
  test('GT7 an update that waits for an earlier one is a gap, and the two together are good', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, section, () => paragraphs('trygghet', 'ett'))
    const first = anna.update()
    editText(anna.doc, section, () => paragraphs('trygghet', 'ett', 'två'))
    const second = anna.update()
    expect(room.take(second)).toEqual(gap)
    expect(room.take(Y.mergeUpdates([first, second])).is).toBe('good')
  })

  test('GT7 merged frames that lack one in the middle are a gap', () => {
    const { room, anna } = aWrittenRoom()
    const [first, , third] = ['a', 'b', 'c'].map((status) => {
      setNotRelevant(anna.doc, 'mission.why', status, null)
      return anna.update()
    })
    expect(room.take(Y.mergeUpdates([first!, third!]))).toEqual(gap)
  })

  test('GT7 a hole that lies in what is known already is no gap', () => {
    const { room, anna } = aWrittenRoom()
    const known = forge([
      { client: 1, clock: 0, structs: [{ parent: section, content: { element: 'paragraph' } }] },
    ])
    setStatus(anna.doc, 'mission.why', 'agreed', null)
    const update = Y.mergeUpdates([known, anna.update()])
    expect(Y.decodeUpdate(update).structs.some((struct) => struct instanceof Y.Skip)).toBe(true)
    expect(room.take(update).is).toBe('good')
  })

  test.each<[string, ForgedStruct]>([
    ['left neighbour', { origin: [9, 0], content: { string: 'x' } }],
    ['right neighbour', { right: [1, 99], content: { string: 'x' } }],
    ['parent', { parent: [9, 0], content: { string: 'x' } }],
  ])('GT7 an orphan, whose %s is not here, is a gap', (_, struct) => {
    const { room } = aWrittenRoom()
    expect(room.take(from2(struct))).toEqual(gap)
    expect(room.doc.store.pendingStructs).toBeNull()
  })

  test('GT7 a deletion of what is not here is a gap', () => {
    const { room } = aWrittenRoom()
    for (const range of [
      [10, 1],
      [8, 3],
      [500, 2],
    ] as const)
      expect(room.take(forge([], [[1, range]]))).toEqual(gap)
    expect(room.take(forge([], [[77, [0, 1]]]))).toEqual(gap)
    expect(room.doc.store.pendingDs).toBeNull()
  })

  test('GT7 also structs that are known must refer to what is here, since Yjs would wait for it', () => {
    const { room } = aWrittenRoom()
    const known: ForgedStruct = { origin: [9, 3], content: { element: 'paragraph' } }
    const update = forge([
      { client: 1, clock: 0, structs: [known] },
      { client: 2, clock: 0, structs: [{ parent: section, content: { element: 'paragraph' } }] },
    ])
    expect(room.take(update)).toEqual(gap)
  })

  test('GT8 structs that refer to each other in a circle, or to themselves, are malformed', () => {
    const circle = forge([
      { client: 3, clock: 0, structs: [{ origin: [2, 0], content: { element: 'paragraph' } }] },
      { client: 2, clock: 0, structs: [{ origin: [3, 0], content: { element: 'paragraph' } }] },
    ])
    const itself = from2({ origin: [2, 0], content: { string: 'x' } })
    const later = from2(
      { origin: [2, 1], content: { string: 'x' } },
      { parent: section, content: { element: 'paragraph' } },
    )
    for (const update of [circle, itself, later])
      expect(aGatedRoom().take(update)).toEqual(malformed('circular references'))
  })

  test('GT8 a chain of references across clients is followed however long it is', () => {
    const clients = Array.from({ length: 3000 }, (_, index) => 5000 - index)
    const chain = clients.map(
      (client, index): { client: number; clock: number; structs: ForgedStruct[] } => ({
        client,
        clock: 0,
        structs: [
          index === clients.length - 1
            ? { parent: section, content: { element: 'paragraph' } }
            : { origin: [client - 1, 0], content: { element: 'paragraph' } },
        ],
      }),
    )
    const room = aGatedRoom()
    expect(room.take(forge(chain)).is).toBe('good')
    expect(room.doc.store.pendingStructs).toBeNull()
    expect(room.doc.getXmlFragment(section).length).toBe(3000)
  })
})

describe('owner', () => {
  test('GT9 a clientID belongs to whoever used it first', () => {
    const { room } = aWrittenRoom()
    const next = forge([
      { client: 1, clock: 10, structs: [{ parent: section, content: { element: 'paragraph' } }] },
    ])
    expect(room.take(next, bo)).toEqual(malformed('clientID of somebody else'))
    expect(room.take(next).is).toBe('good')
  })

  test('GT9 new clientIDs are claimed, known ones are not', () => {
    const { room, anna } = aWrittenRoom()
    const writer = aWriter(anna.doc, 2)
    setStatus(writer.doc, 'mission.why', 'agreed', null)
    expect(room.take(Y.encodeStateAsUpdate(writer.doc), bo)).toEqual({
      is: 'good',
      owners: [{ client: 2, member: bo.actor }],
      clients: [2],
    })
  })

  test('GT9 anyone who may write may delete what others wrote', () => {
    const { room } = aWrittenRoom()
    expect(room.take(forge([], [[1, [2, 3]]]), bo)).toEqual({ is: 'good', owners: [], clients: [] })
  })
})

describe('the document', () => {
  test('GT18 is only looked at: judging changes nothing in it', () => {
    const { room, anna } = aWrittenRoom()
    const before = Y.encodeStateAsUpdate(room.doc)
    editText(anna.doc, section, () => paragraphs('trygg', 'stad'))
    expect(judge(anna.update(), room.seen()).is).toBe('good')
    expect(room.take(from2({ origin: [1, 5], content: { element: 'script' } })).is).toBe('malformed')
    expect(Y.encodeStateAsUpdate(room.doc)).toEqual(before)
  })
})
