import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { setStatus } from '../../shared/step/questions.ts'
import { memberId } from '../support/board.ts'
import type { ForgedContent, ForgedStruct } from '../support/updates.ts'
import {
  aGatedRoom,
  answer,
  aWriter,
  aWrittenRoom,
  editorSchema,
  editText,
  forge,
  from2,
  paragraphAt,
  paragraphs,
  section,
  textAt,
} from '../support/updates.ts'

const bo = { actor: memberId('bo') }
const malformed = (why: string) => ({ is: 'malformed', why })

describe('places', () => {
  const paragraph: ForgedContent = { element: 'paragraph' }

  test('GT10 a root that the step does not have is malformed, also under the name of one', () => {
    for (const parent of ['section:secret', 'items:nothing', '__proto__', ''])
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
    const { room } = aWrittenRoom()
    const other = aWriter(room.doc, 3)
    editText(other.doc, answer, () => paragraphs('svar'))
    expect(room.take(other.update(), bo).is).toBe('good')
    // Anna's word has the clocks 2 to 9; the struct claims to lie in the text of the answer, and to go on there.
    const moved: ForgedStruct = { parent: [3, 1], content: { string: 'trygghet som går vidare' } }
    expect(room.take(forge([{ client: 1, clock: 2, structs: [moved] }]))).toEqual(malformed('moved'))
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

  test.each<[string, ForgedStruct]>([
    ['the right one first', { origin: [1, 8], right: [1, 3], content: { string: 'x' } }],
    ['twice the same one', { origin: [1, 5], right: [1, 5], content: { string: 'x' } }],
    ['the last one, and the first', { origin: [1, 9], right: [1, 2], content: { string: 'x' } }],
  ])('GT19 neighbours out of order are malformed: %s', (_, struct) => {
    expect(aWrittenRoom().room.take(from2(struct))).toEqual(malformed('neighbours out of order'))
  })

  test('GT19 neighbours that both were put at the beginning have an order too', () => {
    const { room, anna } = aWrittenRoom()
    editText(anna.doc, section, () => paragraphs('otrygghet'))
    expect(room.take(anna.update()).is).toBe('good')
    expect(aWriter(room.doc).doc.getXmlFragment(section).toString()).toBe('<paragraph>otrygghet</paragraph>')
    expect(room.take(from2({ origin: [1, 2], right: [1, 10], content: { string: 'x' } })).is).toBe(
      'malformed',
    )
    expect(room.take(from2({ origin: [1, 10], right: [1, 2], content: { string: 'x' } })).is).toBe('good')
  })

  test('GT19 what others wrote between the neighbours meanwhile does not part them', () => {
    const { room, anna } = aWrittenRoom()
    const bo = aWriter(room.doc, 2)
    const cilla = aWriter(room.doc, 3)
    const words = ['trygg bo het', 'trygg cilla het', 'trygg och bra het']
    for (const [index, writer] of [bo, cilla, anna].entries()) {
      editText(writer.doc, section, () => paragraphs(words[index]!))
      editText(writer.doc, section, () => paragraphs(`${words[index]!}!`))
    }
    for (const [index, writer] of [bo, cilla, anna].entries())
      for (const update of writer.updates())
        expect(room.take(update, { actor: memberId(`p${index}`), ownerOf: () => undefined }).is).toBe('good')
    expect(room.doc.getXmlFragment(section).toString()).toMatch(/bo.*cilla|cilla.*bo/)
  })

  test('GT19 with such neighbours, who joins later would read something else than who was there', () => {
    const { doc } = aWriter(aWrittenRoom().room.doc)
    Y.applyUpdate(doc, from2({ origin: [1, 5], right: [1, 3], content: { string: 'X' } }))
    const joiner = aWriter(doc).doc
    expect(doc.getXmlFragment(section).toString()).toBe('<paragraph>tXrygghet</paragraph>')
    expect(joiner.getXmlFragment(section).toString()).toBe('<paragraph>trygghetX</paragraph>')
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
      { type: 0 },
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
