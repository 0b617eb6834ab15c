import { describe, expect, it } from 'vitest'
import type { PassageMark, Spoken } from '../../client/comments/passages/spoken.ts'
import { passageIn, spokenIn, withPassages } from '../../client/comments/passages/spoken.ts'
import { must } from '../../shared/assert.ts'
import { stepOf } from '../../shared/board/model.ts'
import type { CommentId } from '../../shared/ids.ts'
import { readTexts } from '../../shared/step/read.ts'
import type { ProseDoc, ProseNode } from '../../shared/step/richtext.ts'
import { aFullMeeting, commentId, stepId } from '../support/board.ts'
import { PassageTable, root, theComment, Writer } from '../support/passages.ts'

/* Passages in a text that is read: no editor says where they are. */

const bold = [{ type: 'bold' }]
const link = [{ type: 'link', attrs: { href: 'https://example.org/' } }]
const words = (text: string, marks: readonly object[] = []) => ({ type: 'text', text, marks })
const block = (type: string, ...content: object[]) => ({ type, content })
const paragraph = (...content: object[]) => block('paragraph', ...content)

/** Every kind of block and mark that a text may hold. */
const everything = block(
  'doc',
  { type: 'heading', attrs: { level: 1 }, content: [words('Läget i dag')] },
  paragraph(words('Före '), words('fet', bold), words(' efter'), { type: 'hardBreak' }, words('ny rad')),
  paragraph(words('läs på '), words('vår sida', link), words(' nu')),
  block(
    'bulletList',
    block('listItem', paragraph(words('första punkten'))),
    block(
      'listItem',
      paragraph(words('andra punkten')),
      block('orderedList', block('listItem', paragraph(words('inuti en annan')))),
    ),
  ),
  block('blockquote', paragraph(words('sagt av någon'))),
  block(
    'table',
    block(
      'tableRow',
      block('tableHeader', paragraph(words('rubrik'))),
      block('tableCell', paragraph(words('ruta'))),
    ),
  ),
  paragraph(words('sista ordet')),
)

const plain = (): ProseDoc => {
  const writer = written()
  return textOf(writer)
}

const written = () => {
  const writer = new Writer('ed', new PassageTable())
  writer.editor.commands.setContent(everything)
  return writer
}

const textOf = ({ doc }: Writer): ProseDoc => {
  const { sections } = readTexts(doc, must(stepOf(aFullMeeting().board, 'mission')))
  return must(sections['mission.text'])
}

interface Piece {
  readonly words: string
  readonly mark: PassageMark | null
}

const piecesIn = (nodes: readonly ProseNode[]): readonly Piece[] =>
  nodes.flatMap(({ text, marks = [], content = [] }) =>
    text === undefined
      ? piecesIn(content)
      : [{ words: text, mark: marks.map(passageIn).find((one) => one !== null) ?? null }],
  )

const marked = (text: ProseDoc): readonly Piece[] =>
  piecesIn(text.content).filter(({ mark }) => mark !== null)

/** The letters alone: blocks and lines stand apart by a break. */
const letters = (said: string) => said.replaceAll('\n', '')

describe('passages in a text that is read', () => {
  it.each([
    'Läget i dag',
    'e fet ef',
    'efter\nny rad',
    'läs på vår sida',
    'andra punkten\ninuti',
    'sagt av',
    'rubrik\nruta',
    'sista ordet',
  ])('PG14 are marked on the words that the editor would mark: %s', (quote) => {
    const writer = written()
    writer.hear(writer.anchor(quote))
    writer.desk.standings.look()
    const spoken = spokenIn(writer.desk.standings.get(), stepId('mission'), root)
    const text = textOf(writer)
    const pieces = marked(withPassages(text, spoken, null))
    expect(pieces.map((one) => one.words).join('')).toBe(letters(quote))
    expect(pieces.map(({ mark }) => mark?.id)).toEqual(pieces.map(() => theComment))
    expect(pieces.filter(({ mark }) => mark?.isFirst)).toHaveLength(1)
    expect(spokenIn(writer.desk.standings.get(), stepId('mission'), 'section:other')).toEqual([])
  })

  it('PG14 leave every word and mark of the text as it is, and a text without them itself', () => {
    const text = plain()
    const laid = withPassages(text, [{ id: theComment, from: 16, to: 40 }], null)
    expect(wordsOf(laid)).toBe(wordsOf(text))
    expect(piecesIn(laid.content).length).toBeGreaterThan(piecesIn(text.content).length)
    expect(withPassages(text, [], null)).toBe(text)
  })

  it('PG14 that lie over each other lead to the smallest, or to the one that is open', () => {
    const [large, small] = [commentId('large'), commentId('small')]
    const text: ProseDoc = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'abcdef' }] }],
    }
    const spoken: readonly Spoken[] = [
      { id: large, from: 1, to: 6 },
      { id: small, from: 3, to: 4 },
    ]
    const said = (current: CommentId | null) =>
      marked(withPassages(text, spoken, current)).map((one) => [one.words, one.mark?.id, one.mark?.isFirst])
    expect(said(null)).toEqual([
      ['ab', large, true],
      ['c', small, true],
      ['de', large, false],
    ])
    expect(said(large).map(([, id]) => id)).toEqual([large, large, large])
  })

  it('PG14 are no second link on the words of a link', () => {
    const writer = written()
    const at = writer.at('vår sida')
    const [piece] = marked(withPassages(textOf(writer), [{ id: theComment, from: at, to: at + 8 }], null))
    expect([piece?.words, piece?.mark?.isLink]).toEqual(['vår sida', true])
  })
})

const wordsOf = ({ content }: ProseDoc): string =>
  piecesIn(content)
    .map((one) => one.words)
    .join('')
