import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { firstNewClocks, judge, limits } from '../../server/live/gate.ts'
import { setNotRelevant, setStatus } from '../../shared/step/questions.ts'
import { memberId } from '../support/board.ts'
import type { At, ForgedContent, ForgedStruct } from '../support/updates.ts'
import {
  aGatedRoom,
  answer,
  aWriter,
  editorSchema,
  editText,
  forge,
  paragraphs,
  section,
} from '../support/updates.ts'

const bo = { actor: memberId('bo') }

/** A room in which anna (client 1) wrote a paragraph: element 0, text 1, its characters from 2. */
const aWrittenRoom = () => {
  const room = aGatedRoom()
  const anna = aWriter(undefined, 1)
  editText(anna.doc, section, () => paragraphs('trygghet'))
  expect(room.take(anna.update())).toEqual({
    is: 'good',
    owners: [{ client: 1, member: memberId('anna') }],
    clients: [1],
  })
  return { room, anna }
}
const paragraphAt: At = [1, 0]
const textAt: At = [1, 1]

/** One struct, or several, of a clientID that nobody owns yet. */
const from2 = (...structs: readonly ForgedStruct[]) => forge([{ client: 2, clock: 0, structs }])

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

describe('places', () => {
  const paragraph: ForgedContent = { element: 'paragraph' }

  test('GT10 a root that the step does not have is malformed, also under the name of one', () => {
    for (const parent of ['section:secret', 'items:goal', '__proto__', ''])
      expect(aGatedRoom().take(from2({ parent, content: paragraph }))).toEqual(malformed('unknown root'))
  })

  test('GT10 thousands of roots do not come in with what is known already', () => {
    const { room, anna } = aWrittenRoom()
    const known = forge([
      {
        client: 1,
        clock: 0,
        structs: [
          { parent: 'root 1', content: paragraph },
          { parent: 'root 2', content: { text: true } },
        ],
      },
    ])
    setStatus(anna.doc, 'mission.why', 'agreed', null)
    const update = Y.mergeUpdates([known, anna.update()])
    expect(room.take(update)).toEqual(malformed('unknown root'))
    expect([...room.doc.share.keys()]).toEqual([section])
  })

  test('GT10 a root is used as what it is', () => {
    const room = aGatedRoom()
    expect(room.take(from2({ parent: section, key: 'paragraph', content: { any: ['x'] } }))).toMatchObject({
      is: 'malformed',
    })
    expect(room.take(from2({ parent: 'questions', content: paragraph }))).toEqual(malformed('unknown key'))
    expect(room.take(from2({ parent: answer, content: { any: ['x'] } }))).toMatchObject({ is: 'malformed' })
  })

  test('GT11 neighbours in two places are malformed: nothing moves from one root into another', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, answer, () => paragraphs('svar'))
    expect(room.take(anna.update()).is).toBe('good')
    expect(room.take(from2({ origin: [1, 0], right: [1, 10], content: paragraph }))).toEqual(
      malformed('neighbours in different places'),
    )
    expect(room.take(from2({ origin: [1, 0], right: textAt, content: paragraph }))).toMatchObject({
      is: 'malformed',
    })
  })

  test('GT11 the place is found through neighbours, however many stand between', () => {
    const { room } = aWrittenRoom()
    const structs: ForgedStruct[] = [{ origin: [1, 9], content: { string: 'x' } }]
    for (let index = 0; index < 500; index++) structs.push({ origin: [2, index], content: { string: 'x' } })
    expect(room.take(from2(...structs, { origin: [2, 500], content: { element: 'table' } }))).toEqual(
      malformed('unknown content in a text'),
    )
    expect(room.take(from2(...structs)).is).toBe('good')
  })

  test('GT11 a struct that is partly known goes on where its beginning stands', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, answer, () => paragraphs(''))
    expect(room.take(anna.update()).is).toBe('good')
    // Clocks 2 to 9 are the word; the struct claims that it lies elsewhere and goes on.
    const moved: ForgedStruct = { parent: [1, 10], content: { string: 'trygghet!!!!' } }
    expect(room.take(forge([{ client: 1, clock: 2, structs: [moved] }]))).toMatchObject({ is: 'malformed' })
    const whole = forge([
      { client: 1, clock: 2, structs: [{ parent: textAt, content: { string: 'trygghet' } }] },
    ])
    expect(room.take(whole)).toEqual({ is: 'nothing' })
  })

  test('GT11 a word that grew is taken whole, though its beginning is known', () => {
    const room = aGatedRoom()
    const grown = (word: string) =>
      forge([
        {
          client: 2,
          clock: 0,
          structs: [
            { parent: section, content: paragraph },
            { parent: [2, 0], content: { text: true } },
            { parent: [2, 1], content: { string: word } },
          ],
        },
      ])
    expect(room.take(grown('tryg')).is).toBe('good')
    expect(room.take(grown('trygghet')).is).toBe('good')
    expect(room.doc.getXmlFragment(section).toString()).toBe('<paragraph>trygghet</paragraph>')
  })

  test('GT12 what stands in something deleted is taken, and leaves nothing but ids', () => {
    const { room, anna } = aWrittenRoom()
    const away = aWriter(room.doc)
    editText(away.doc, section, () => paragraphs('trygghet för alla'))
    editText(anna.doc, section, () => editorSchema.node('doc', null, editorSchema.node('heading')))
    expect(room.take(anna.update()).is).toBe('good')
    expect(room.take(away.update(), bo).is).toBe('good')
    expect(room.doc.store.pendingStructs).toBeNull()
    expect(room.doc.getXmlFragment(section).toString()).not.toContain('alla')
  })

  test('GT12 what no document may hold is refused there too', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, section, () => editorSchema.node('doc', null, editorSchema.node('heading')))
    expect(room.take(anna.update()).is).toBe('good')
    for (const content of [
      { element: 'script' },
      { document: 'sub' },
      { type: 1 },
      { binary: Uint8Array.of(1) },
    ])
      expect(room.take(from2({ parent: paragraphAt, content }))).toMatchObject({ is: 'malformed' })
  })

  test('GT12 nothing stands inside what holds nothing', () => {
    const { room } = aWrittenRoom()
    expect(room.take(from2({ parent: [1, 4], content: { string: 'x' } }))).toEqual(
      malformed('inside what holds nothing'),
    )
  })
})

describe('content', () => {
  const inRoom = (...structs: readonly ForgedStruct[]) => aWrittenRoom().room.take(from2(...structs), bo)
  const inText = (content: ForgedContent) => inRoom({ origin: [1, 9], content })

  test.each(['script', 'iframe', 'image', 'codeBlock', 'UNDEFINED', 'constructor', '__proto__'])(
    'GT13 the unknown node %s is malformed',
    (element) => expect(inRoom({ parent: section, content: { element } })).toEqual(malformed('unknown node')),
  )

  test.each(['code', 'strike', 'style', 'onclick', '__proto__', 'constructor', 'link--abcdefgh'])(
    'GT13 the unknown mark %s is malformed',
    (key) => expect(inText({ format: [key, {}] })).toEqual(malformed('unknown mark')),
  )

  test.each<[string, ForgedContent]>([
    ['a subdocument', { document: 'd' }],
    ['bytes', { binary: Uint8Array.of(1) }],
    ['an embed', { embed: { image: 'x' } }],
    ['a value', { any: [1] }],
    ['old JSON', { json: [{ a: 1 }] }],
    ['an array', { type: 0 }],
    ['a map', { type: 1 }],
    ['a plain text', { type: 2 }],
    ['a fragment', { type: 4 }],
  ])('GT13 %s is taken nowhere', (_, content) => {
    expect(inText(content)).toMatchObject({ is: 'malformed' })
    expect(inRoom({ parent: section, content })).toMatchObject({ is: 'malformed' })
    expect(inRoom({ parent: paragraphAt, content })).toMatchObject({ is: 'malformed' })
    expect(inRoom({ parent: 'questions', key: 'mission.why/status', content })).toMatchObject({
      is: 'malformed',
    })
  })

  test.each<[string, ForgedStruct]>([
    ['text at the top', { parent: section, content: { text: true } }],
    ['a loose list item', { parent: section, content: { element: 'listItem' } }],
    ['a cell without a row', { parent: section, content: { element: 'tableCell' } }],
    ['a paragraph in a paragraph', { parent: paragraphAt, content: { element: 'paragraph' } }],
    ['characters in a paragraph', { parent: paragraphAt, content: { string: 'x' } }],
  ])('GT13 %s, which the editor would throw away, is malformed', (_, struct) => {
    expect(inRoom(struct)).toMatchObject({ is: 'malformed' })
  })

  const hrefs = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/relative',
    'ftp://x',
    '',
    5,
    null,
  ]
  test.each(hrefs)('GT14 a link to %j is malformed', (href) => {
    expect(inText({ format: ['link', { href }] })).toEqual(malformed('unknown mark'))
  })

  test.each([
    { class: 'dialog' },
    { style: 'position:fixed' },
    { onclick: 'x' },
    { target: 'opener' },
    { rel: 'x"><script>' },
  ])('GT14 a link with %j is malformed', (attribute) => {
    const link = { href: 'https://example.se', ...attribute }
    expect(inText({ format: ['link', link] })).toEqual(malformed('unknown mark'))
  })

  test('GT14 a link with a changed prototype is malformed', () => {
    const { room } = aWrittenRoom()
    const bytes = from2({
      origin: [1, 9],
      content: { format: ['link', JSON.parse('{"__proto__":{"href":"https://a.se"}}')] },
    })
    expect(room.take(bytes)).toMatchObject({ is: 'malformed' })
    expect(({} as { href?: string }).href).toBeUndefined()
  })

  test.each(['style', 'class', 'onclick', 'id', 'level', '__proto__', 'constructor', 'toString'])(
    'GT15 a paragraph has no attribute %s',
    (key) => {
      expect(inRoom({ parent: paragraphAt, key, content: { any: ['x'] } })).toEqual(
        malformed('unknown attribute'),
      )
      expect(inRoom({ parent: textAt, key, content: { any: ['x'] } })).toEqual(
        malformed('attribute of a text'),
      )
    },
  )

  test.each<[string, string, unknown]>([
    ['heading', 'level', 7],
    ['heading', 'level', '2'],
    ['tableCell', 'colspan', 1e9],
    ['tableCell', 'colspan', -1],
    ['tableCell', 'rowspan', 1.5],
    ['tableCell', 'colwidth', 'expression(1)'],
    ['tableCell', 'colwidth', [{}]],
    ['tableHeader', 'align', 'left;background:red'],
    ['orderedList', 'type', '"><img>'],
    ['orderedList', 'start', { a: 1 }],
  ])('GT15 a %s with the %s %j is malformed', (element, key, value) => {
    const around = element.startsWith('table') ? ['table', 'tableRow', element] : [element]
    const nodes = around.map((name, index): ForgedStruct => ({
      parent: index === 0 ? section : [2, index - 1],
      content: { element: name },
    }))
    const attribute: ForgedStruct = { parent: [2, around.length - 1], key, content: { any: [value] } }
    expect(inRoom(...nodes).is).toBe('good')
    expect(inRoom(...nodes, attribute)).toEqual(malformed(`bad value of ${key}`))
  })

  test('GT15 an attribute that is written anew is judged like the first', () => {
    const heading: ForgedStruct[] = [
      { parent: section, content: { element: 'heading' } },
      { parent: [2, 0], key: 'level', content: { any: [2] } },
    ]
    expect(inRoom(...heading, { origin: [2, 1], content: { any: [3] } }).is).toBe('good')
    expect(inRoom(...heading, { origin: [2, 1], content: { any: ['x'] } })).toEqual(
      malformed('bad value of level'),
    )
  })

  test('GT16 what is nested too deeply is malformed: 5,000 quotes in each other', () => {
    const nested = (depth: number) =>
      from2(
        ...Array.from({ length: depth }, (_, index): ForgedStruct => ({
          parent: index === 0 ? section : [2, index - 1],
          content: { element: 'blockquote' },
        })),
      )
    expect(aGatedRoom().take(nested(32)).is).toBe('good')
    expect(aGatedRoom().take(nested(33))).toEqual(malformed('too deep'))
    expect(aGatedRoom().take(nested(5000))).toEqual(malformed('too deep'))
    const room = aGatedRoom()
    expect(room.take(nested(32)).is).toBe('good')
    const deeper = forge([
      { client: 3, clock: 0, structs: [{ parent: [2, 31], content: { element: 'blockquote' } }] },
    ])
    expect(room.take(deeper)).toEqual(malformed('too deep'))
  })

  test('GT16 a value nested 100,000 deep is refused before anything walks through it', () => {
    const bytes = from2({ parent: section, key: 'x', content: { any: [] } })
    const nested = Uint8Array.from([
      ...bytes.slice(0, -2),
      1,
      ...new Array<number[]>(100_000).fill([117, 1]).flat(),
      126,
      0,
    ])
    expect(aGatedRoom().take(nested)).toMatchObject({ is: 'malformed' })
  })

  const key = (name: string, value: unknown) =>
    inRoom({ parent: 'questions', key: name, content: { any: [value] } })

  test('GT17 a question takes the statuses, reasons and owners there are', () => {
    for (const status of ['agreed', 'drafted', 'notRelevant'])
      expect(key('mission.why/status', status).is).toBe('good')
    expect(key('mission.why/reason', 'Rör oss inte').is).toBe('good')
    expect(key('mission.why/owner', memberId('anna')).is).toBe('good')
  })

  test.each<[string, unknown]>([
    ['mission.why/status', 'done'],
    ['mission.why/status', { agreed: true }],
    ['mission.why/reason', 5],
    ['mission.why/reason', 'x'.repeat(2001)],
    ['mission.why/owner', 'x'.repeat(201)],
  ])('GT17 a question takes no other %s', (name, value) => {
    expect(key(name, value)).toMatchObject({ is: 'malformed', why: expect.stringMatching(/^bad/) })
  })

  test.each([
    'mission.other/status',
    'mission.why/title',
    'mission.why',
    '/status',
    '__proto__',
    'constructor',
    'prototype/status',
  ])('GT17 the key %s, of no question, is malformed', (name) =>
    expect(key(name, 'agreed')).toEqual(malformed('unknown key')),
  )
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
