import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cleanPasted } from '../../client/text/pasted-html.ts'
import { inParagraphs, longestParagraph } from '../../client/text/paste.ts'
import { canBeSent, partsOf, writeParts } from '../../client/text/parts.ts'
import { schemaExtensions } from '../../client/text/schema.ts'

const schema = getSchema(schemaExtensions)
const limit = 256_000

const listed = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

describe('HTML from other programs', () => {
  it.each([
    [`<p style="color:red">a</p>`, '<p>a</p>'],
    [`<p STYLE='x' class=c onclick=alert(1)>a</p>`, '<p>a</p>'],
    [`<p style=color:red>a`, '<p>a</p>'],
    [`<p title="style=&quot;x&quot;">style="b"</p>`, '<p>style="b"</p>'],
    [`<P data-x='<b style="y">'>a</P>`, '<p>a</p>'],
  ])('TX20 loses every style and attribute without a meaning: %s', (html, clean) => {
    expect(cleanPasted(html)).toBe(clean)
  })

  it.each([
    '<script>alert(1)</script>',
    '<style>p { color: red }</style>',
    '<!-- a <b>comment</b> -->',
    '<!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]-->',
    '<svg><a href="javascript:x">s</a></svg>',
    '<head><title>t</title></head>',
    '<img src="https://example.org/x.png" onerror="alert(1)">',
  ])('TX20 loses what is no text: %s', (html) => {
    expect(cleanPasted(`<p>a</p>${html}<p>b</p>`)).toBe('<p>a</p><p>b</p>')
  })

  it('TX20 lets nothing through that only looks like text', () => {
    expect(cleanPasted('<p>1 < 2</p><img/src="x" style="a')).not.toMatch(/<(?!\/?p>)/)
  })

  it('TX20 is quick with hostile input', () => {
    const start = performance.now()
    cleanPasted('<a '.repeat(200_000))
    cleanPasted('<a "'.repeat(200_000))
    cleanPasted('<p><!--'.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(4000)
  })

  it('TX21 keeps bold and italic however they are said', () => {
    expect(cleanPasted('<b>a</b><i>b</i>')).toBe('<strong>a</strong><em>b</em>')
    expect(cleanPasted('<span style="font-weight:700;font-style:italic">a</span>')).toBe(
      '<strong><em>a</em></strong>',
    )
    expect(cleanPasted(`<b style='mso-bidi-font-weight:normal'>a</b>`)).toBe('<strong>a</strong>')
    expect(cleanPasted('<span style="font-weight:400">a</span>')).toBe('a')
  })

  it('TX21 does not take the wrapper of Google Docs for bold', () => {
    expect(cleanPasted('<b style="font-weight:normal" id="docs-internal-guid-1"><p>a</p></b>')).toBe(
      '<p>a</p>',
    )
  })

  it('TX21 keeps tables and links, with what they need', () => {
    expect(
      cleanPasted(
        '<table border=1><tr><td width=3 colspan="2" style="x"><a href="https://a.se" title="t">l</a></td></tr></table>',
      ),
    ).toBe('<table><tr><td colspan="2"><a href="https://a.se">l</a></td></tr></table>')
  })

  it('TX21 makes lists of the paragraphs that Word draws as lists', () => {
    const html = [
      listed(1, '·', 'Ett'),
      listed(2, '1.', 'Under'),
      listed(2, '2.', 'Andra'),
      listed(1, '·', 'Två'),
    ].join('')
    expect(cleanPasted(`<p>Före</p>${html}<p>Efter</p>`)).toBe(
      '<p>Före</p><ul><li><p>Ett</p><ol><li><p>Under</p></li><li><p>Andra</p></li></ol></li><li><p>Två</p></li></ul><p>Efter</p>',
    )
  })

  it('TX21 keeps two of Word’s lists apart that have words between them', () => {
    expect(cleanPasted(`${listed(1, '1)', 'a')}<p>b</p>${listed(1, '1)', 'c')}`)).toBe(
      '<ol><li><p>a</p></li></ol><p>b</p><ol><li><p>c</p></li></ol>',
    )
  })

  it('TX21 makes the highest headings headings and the others subheadings', () => {
    expect(cleanPasted('<h1>a</h1><h4 class=x>b</h4>')).toBe('<h2>a</h2><h3>b</h3>')
    expect(cleanPasted('<h3>a</h3>')).toBe('<h2>a</h2>')
  })

  it('TX21 leaves what was copied from a text of ours as it is', () => {
    expect(cleanPasted('<h1 data-pm-slice="1 1 []" aria-level="2">a</h1>')).toBe(
      '<h1 data-pm-slice="1 1 []">a</h1>',
    )
  })
})

const words = 'Kommunen ska verka för ett tryggt centrum. '
const paragraph = (text: string): Node => schema.node('paragraph', null, text ? [schema.text(text)] : [])
const list = (count: number): Node =>
  schema.node(
    'bulletList',
    null,
    Array.from({ length: count }, (_, at) => schema.node('listItem', null, [paragraph(`${at} ${words}`)])),
  )

/** Writes the content as pasting does, and says what each transaction was in Yjs. */
const paste = (content: Fragment, into = schema.node('doc', null, [paragraph('')]), caret = 1) => {
  let state = EditorState.create({ doc: into, selection: TextSelection.create(into, caret) })
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  const sizes: number[] = []
  mine.on('update', (update: Uint8Array) => {
    sizes.push(update.length)
    Y.applyUpdate(theirs, update)
    // As another page does, which deletes what it finds broken.
    initProseMirrorDoc(theirs.getXmlFragment('text'), schema)
  })
  const meta = { mapping: new Map(), isOMark: new Map() }
  writeParts(
    partsOf(content),
    () => state,
    (transaction) => {
      state = state.apply(transaction)
      state.doc.check()
      mine.transact(() => updateYFragment(mine, mine.getXmlFragment('text'), state.doc, meta))
    },
  )
  return { state, sizes, theirs: initProseMirrorDoc(theirs.getXmlFragment('text'), schema).doc }
}

describe('a great deal of text at once', () => {
  it.each([
    ['paragraphs', Fragment.fromArray(Array.from({ length: 5000 }, () => paragraph(words.repeat(5))))],
    ['Chinese', Fragment.fromArray(Array.from({ length: 1000 }, () => paragraph('計劃'.repeat(200))))],
    ['empty lines', Fragment.fromArray(Array.from({ length: 5000 }, () => paragraph('')))],
    ['one long list', Fragment.from(list(8000))],
    [
      'a quote of lists',
      Fragment.from(schema.node('blockquote', null, [list(1500), list(1500), list(1500)])),
    ],
  ])('TX22 goes out in updates below the limit, and nobody loses any of it: %s', (_name, content) => {
    const { state, sizes, theirs } = paste(content)
    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThan(limit)
    expect(state.doc.content.eq(content)).toBe(true)
    expect(theirs.toJSON()).toEqual(state.doc.toJSON())
  })

  it('TX22 stands between the two halves of the line it was pasted into', () => {
    const content = Fragment.fromArray(Array.from({ length: 4000 }, () => paragraph(words)))
    const { state } = paste(content, schema.node('doc', null, [paragraph('föreefter')]), 5)
    expect(state.doc.childCount).toBe(4002)
    expect([state.doc.firstChild?.textContent, state.doc.lastChild?.textContent]).toEqual(['före', 'efter'])
    expect(state.selection.$from.parent.textContent).toBe(words)
  })

  it('TX22 is not sent where a single item is too much', () => {
    const item = schema.node(
      'listItem',
      null,
      Array.from({ length: 200 }, () => paragraph(words.repeat(50))),
    )
    expect(canBeSent(partsOf(Fragment.from(schema.node('bulletList', null, [item]))))).toBe(false)
    expect(canBeSent(partsOf(Fragment.from(list(9000))))).toBe(true)
  })

  it('TX23 gets breaks between words where it has none', () => {
    const text = words.repeat(3000)
    const cut = inParagraphs(Fragment.from(paragraph(text)))
    const lengths = cut.content.map((node) => node.content.size)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(longestParagraph)
    expect(cut.content.map((node) => node.textContent).join('')).toBe(text)
    expect(cut.content.slice(0, -1).every((node) => node.textContent.endsWith(' '))).toBe(true)
  })

  it('TX23 gets them also where there is no space, and deep in a list', () => {
    const item = schema.node('bulletList', null, [
      schema.node('listItem', null, [paragraph('x'.repeat(70_000))]),
    ])
    const cut = inParagraphs(Fragment.from(item))
    expect(cut.firstChild?.firstChild?.childCount).toBe(3)
    expect(cut.firstChild?.textContent).toHaveLength(70_000)
  })
})
