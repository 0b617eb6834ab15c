import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  attributeFits,
  markFits,
  markRules,
  nodeRules,
  safeHref,
  topRule,
  unknownIn,
} from '../../shared/step/richtext.ts'
import { answer, aGatedRoom, aWriter, editorSchema, editText, forge, section } from '../support/updates.ts'

/** Everything the editor can write, in one document, with every attribute set. */
const everything = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Mål' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'fet och ', marks: [{ type: 'bold' }, { type: 'italic' }] },
        { type: 'hardBreak' },
        {
          type: 'text',
          text: 'länk',
          marks: [{ type: 'link', attrs: { href: 'https://example.se', title: 'T' } }],
        },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3, type: 'a' },
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph' },
            { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
          ],
        },
      ],
    },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'sagt' }] }] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableHeader',
              attrs: { colspan: 2, rowspan: 1, colwidth: [120, 0], align: 'right' },
              content: [{ type: 'paragraph' }],
            },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [{ type: 'paragraph' }] },
            { type: 'tableCell', attrs: { colwidth: [80] }, content: [{ type: 'paragraph' }] },
          ],
        },
      ],
    },
  ],
}

describe('the table of what a text may hold', () => {
  test("RX1 lists the nodes, marks and attributes of the real editor's schema, no more and no fewer", () => {
    const { doc, text, ...nodes } = editorSchema.nodes
    expect([doc?.name, text?.name]).toEqual(['doc', 'text'])
    expect([...nodeRules.keys()].sort()).toEqual(Object.keys(nodes).sort())
    expect([...markRules.keys()].sort()).toEqual(Object.keys(editorSchema.marks).sort())
    for (const [name, rule] of nodeRules)
      expect([...rule.attributes.keys()].sort()).toEqual(Object.keys(nodes[name]?.spec.attrs ?? {}).sort())
  })

  test("RX1 lets stand in each other what the real editor's schema lets", () => {
    const named = (parent: string) => nodeRules.get(parent)?.children ?? topRule.children
    for (const parent of ['doc', ...nodeRules.keys()])
      for (const child of ['text', ...nodeRules.keys()]) {
        const [outer, inner] = [editorSchema.nodes[parent]!, editorSchema.nodes[child]!]
        expect([parent, child, named(parent).has(child)]).toEqual([
          parent,
          child,
          outer.contentMatch.matchType(inner) !== null,
        ])
      }
  })

  test('RX2 everything that the real editor writes passes the gate', () => {
    const room = aGatedRoom()
    const { doc, update } = aWriter()
    prosemirrorJSONToYXmlFragment(editorSchema, everything, doc.getXmlFragment(section))
    editText(doc, answer, () => editorSchema.nodeFromJSON(everything))
    const written = update()
    expect(room.take(written).is).toBe('good')
    expect(unknownIn(written)).toEqual([])
  })

  test('RX2 no mark of the editor overlaps itself, so no hashed name is ever written', () => {
    for (const mark of Object.values(editorSchema.marks)) expect(mark.excludes(mark)).toBe(true)
  })

  test('RX3 an attribute may be null, which means its default, but an address may not', () => {
    expect(attributeFits(nodeRules.get('heading')!.attributes, 'level', null)).toBe(true)
    expect(
      markFits('link', { href: 'https://a.se', target: null, rel: null, class: null, title: null }),
    ).toBe(true)
    expect(markFits('link', { href: null })).toBe(false)
    expect(markFits('link', {})).toBe(false)
    expect(markFits('link', true)).toBe(false)
  })

  test('RX3 a mark begins with nothing, an empty object or true, and ends with null', () => {
    for (const value of [{}, true, null]) expect(markFits('bold', value)).toBe(true)
    for (const value of [{ a: 1 }, 'x', 0, []]) expect(markFits('bold', value)).toBe(false)
    expect(markFits('toString', null)).toBe(false)
  })
})

describe('addresses', () => {
  test.each([
    'https://example.se',
    'http://example.se/a?b=c#d',
    'HTTPS://Example.SE/Å',
    'https://example.se/two words.pdf',
    'mailto:anna@example.se?subject=Hej',
    'http://[::1]:4400/',
  ])('RX4 a link may lead to %s, and the address stays as it is', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u00a0https://example.se',
    ' https://example.se',
    'https://example.se ',
    'https://example.se\n',
    'https://exa\u2028mple.se',
    'javascript&colon;alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.se',
    'tel:112',
    '//example.se',
    '\\\\example.se',
    '/plan',
    'example.se',
    '#here',
    'http:example.se',
    'https://',
    'https:///',
    'https://\\evil',
    'mailto:',
    'https://[',
    '',
    `https://example.se/${'x'.repeat(2000)}`,
  ])('RX4 a link may not lead to %j', (href) => {
    expect(safeHref(href)).toBeNull()
  })

  test.each([null, undefined, 5, {}, ['https://a.se']])('RX4 %j is no address', (href) => {
    expect(safeHref(href)).toBeNull()
  })
})

describe('content of a newer version', () => {
  test('RX5 unknown nodes and marks in an update are named, each once', () => {
    const update = forge([
      {
        client: 1,
        clock: 0,
        structs: [
          { parent: section, content: { element: 'paragraph' } },
          { parent: section, content: { element: 'mindmap' } },
          { parent: section, content: { element: 'mindmap' } },
          { parent: [1, 0], content: { text: true } },
          { parent: [1, 3], content: { format: ['highlight', {}] } },
          { parent: [1, 3], content: { format: ['bold', {}] } },
        ],
      },
    ])
    expect(unknownIn(update)).toEqual(['mindmap', 'highlight'])
  })

  test('RX5 other types and plain values are nothing that the editor deletes', () => {
    const doc = new Y.Doc()
    doc.getMap('items:goal').set('g1', new Y.Map([['title', 'x']]))
    expect(unknownIn(Y.encodeStateAsUpdate(doc))).toEqual([])
  })
})
