import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { QuestionId } from '../../shared/ids.ts'
import { answerText, newRoomDoc, questionStates, sectionText } from '../../shared/step/doc.ts'
import { isBlank, tidyDoc } from '../../shared/step/prose.ts'
import { setNotRelevant, setOwner, setStatus } from '../../shared/step/questions.ts'
import { isEmpty, plainText, progressOf, readStep } from '../../shared/step/read.ts'
import { aWriter, editorSchema, editText, forge, paragraphs, section, step } from '../support/updates.ts'

const empty = { type: 'doc', content: [] }
const textOf = (doc: Y.Doc) => readStep(doc, step).sections['mission.text']

/** A section made of types of our own choosing. */
const aSection = (...children: readonly (Y.XmlElement | Y.XmlText)[]) => {
  const doc = new Y.Doc()
  sectionText(doc, 'mission.text').insert(0, [...children])
  return doc
}
const element = (name: string, ...children: readonly (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  made.insert(0, [...children])
  return made
}
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('a document of a room', () => {
  /** What a document writes by itself while it hears of two people's equal marks. */
  const writtenBy = (doc: Y.Doc) => {
    const anna = aWriter(undefined, 1)
    editText(anna.doc, section, () => paragraphs('samråd med alla'))
    const bo = aWriter(anna.doc, 2)
    const updates = anna.updates()
    for (const [writer, from, to] of [
      [anna, 0, 7],
      [bo, 0, 7],
    ] as const) {
      const text = (sectionText(writer.doc, 'mission.text').get(0) as Y.XmlElement).get(0) as Y.XmlText
      text.format(from, to - from, { bold: {} })
      updates.push(...writer.updates())
    }
    const written: unknown[] = []
    doc.on('update', (_update: Uint8Array, origin: unknown) => origin === 'remote' || written.push(origin))
    for (const update of updates) Y.applyUpdate(doc, update, 'remote')
    return written.length
  }

  test('RD0 writes nothing by itself when it hears of others, unlike a plain one', () => {
    expect(writtenBy(new Y.Doc())).toBeGreaterThan(0)
    expect(writtenBy(newRoomDoc())).toBe(0)
  })
})

describe('reading a step', () => {
  test('RD1 an empty document is a valid step, and reading adds nothing to it', () => {
    const doc = new Y.Doc()
    expect(readStep(doc, step)).toEqual({
      sections: { 'mission.text': empty },
      answers: { 'mission.why': empty },
      questions: { 'mission.why': { status: 'unanswered' } },
      items: [],
      unread: [],
    })
    expect(doc.share.size).toBe(0)
    expect(Y.encodeStateAsUpdate(doc)).toHaveLength(2)
  })

  test('RD1 what the editor wrote is read as the editor means it', () => {
    const { doc } = aWriter()
    const written = editorSchema.node('doc', null, [
      editorSchema.node('heading', { level: 2 }, editorSchema.text('Mål')),
      editorSchema.node('paragraph', null, [
        editorSchema.text('se '),
        editorSchema.text('här', [
          editorSchema.mark('bold'),
          editorSchema.mark('link', { href: 'https://a.se' }),
        ]),
      ]),
    ])
    editText(doc, section, () => written)
    expect(textOf(doc)).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mål' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'se ' },
            {
              type: 'text',
              text: 'här',
              marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.se' } }],
            },
          ],
        },
      ],
    })
    expect(editorSchema.nodeFromJSON(textOf(doc)).eq(written)).toBe(true)
  })

  test('RD2 equal texts read equally, however they came about', () => {
    const typed = aSection(element('paragraph', new Y.XmlText('ab'), new Y.XmlText('cd')))
    const text = (sectionText(typed, 'mission.text').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.format(0, 2, { italic: {}, bold: {} })
    text.format(0, 2, { italic: null, bold: null })
    text.insert(1, 'x')
    text.delete(1, 1)
    expect(JSON.stringify(textOf(typed))).toBe(JSON.stringify({ type: 'doc', content: [paragraph('abcd')] }))
  })

  test('RD3 a root that is something else is named, and the rest is read', () => {
    const doc = new Y.Doc()
    doc.getMap(section).set('x', 1)
    doc.getArray('questions').push(['x'])
    answerText(doc, 'mission.why').insert(0, [element('paragraph', new Y.XmlText('svar'))])
    const content = readStep(doc, step)
    expect(content.unread).toEqual([section, 'questions'])
    expect(content.answers['mission.why']).toEqual({ type: 'doc', content: [paragraph('svar')] })
    expect(content.questions['mission.why']).toEqual({ status: 'drafted' })
  })

  test('RD3 a root that the step does not have is named when it holds something', () => {
    const doc = new Y.Doc()
    doc.getXmlFragment('section:older')
    expect(readStep(doc, step).unread).toEqual([])
    doc.getXmlFragment('section:older').insert(0, [element('paragraph')])
    expect(readStep(doc, step).unread).toEqual(['section:older'])
  })

  test('RD3 a document that was only loaded, and whose roots nobody has typed, is read', () => {
    const { doc } = aWriter()
    editText(doc, section, () => paragraphs('hej'))
    setStatus(doc, 'mission.why', 'agreed', null)
    const loaded = new Y.Doc()
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc))
    expect(readStep(loaded, step)).toEqual(readStep(doc, step))
    expect(readStep(loaded, step).questions['mission.why']?.status).toBe('agreed')
  })

  test('RD4 an unknown node is named and its words stay', () => {
    const doc = aSection(
      element('callout', element('paragraph', new Y.XmlText('viktigt'))),
      element('codeBlock', new Y.XmlText('kod')),
    )
    const content = readStep(doc, step)
    expect(content.sections['mission.text']).toEqual({
      type: 'doc',
      content: [paragraph('viktigt'), paragraph('kod')],
    })
    expect(content.unread).toEqual([`${section}: callout`, `${section}: codeBlock`])
  })

  test('RD4 unknown marks, attributes and unsafe links are named and left out', () => {
    const text = new Y.XmlText()
    text.applyDelta([
      { insert: 'ord', attributes: { sparkle: {}, link: { href: 'javascript:x' }, bold: {} } },
    ])
    const heading = element('heading', text)
    heading.setAttribute('level', 9 as never)
    heading.setAttribute('onclick', 'x')
    const { sections, unread } = readStep(aSection(heading), step)
    expect(sections['mission.text']?.content).toEqual([
      { type: 'heading', content: [{ type: 'text', text: 'ord', marks: [{ type: 'bold' }] }] },
    ])
    expect(new Set(unread)).toEqual(
      new Set(
        ['sparkle', 'link.href', 'heading.level', 'heading.onclick'].map((name) => `${section}: ${name}`),
      ),
    )
  })

  test('RD4 embedded objects and foreign types in a text are named', () => {
    const text = new Y.XmlText('före ')
    const doc = aSection(element('paragraph', text))
    text.insertEmbed(5, { image: 'x' })
    expect(readStep(doc, step)).toMatchObject({ unread: [`${section}: content`] })
    expect(textOf(doc)).toEqual({ type: 'doc', content: [paragraph('före ')] })
  })

  test('RD5 five thousand nested quotes are read without a fall, and said to be too deep', () => {
    const structs = Array.from({ length: 5000 }, (_, index) => ({
      parent: index === 0 ? section : ([1, index - 1] as const),
      content: { element: 'blockquote' },
    }))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, forge([{ client: 1, clock: 0, structs }]))
    expect(readStep(doc, step).unread).toEqual([`${section}: depth`])
  })
})

describe('questions', () => {
  test('RD6 a question is unanswered without an answer, drafted with one, else what people said', () => {
    const { doc } = aWriter()
    const status = () => readStep(doc, step).questions['mission.why']
    editText(doc, 'answer:mission.why', () => paragraphs('  '))
    expect(status()).toEqual({ status: 'unanswered' })
    editText(doc, 'answer:mission.why', () => paragraphs('Därför'))
    expect(status()).toEqual({ status: 'drafted' })
    setNotRelevant(doc, 'mission.why', 'Gäller oss inte', null)
    setOwner(doc, 'mission.why', 'anna', null)
    expect(status()).toEqual({ status: 'notRelevant', reason: 'Gäller oss inte', owner: 'anna' })
  })

  test('RD6 a value that no question may have is named and left out', () => {
    const doc = new Y.Doc()
    const states = questionStates(doc)
    states.set('mission.why/status', 'perfect')
    states.set('mission.why/owner', 5 as never)
    states.set('elsewhere/status', 'agreed')
    states.set('__proto__', 'x')
    const { questions, unread } = readStep(doc, step)
    expect(questions).toEqual({ 'mission.why': { status: 'unanswered' } })
    expect(unread).toEqual(
      ['mission.why/status', 'mission.why/owner', 'elsewhere/status', '__proto__'].map(
        (key) => `questions: ${key}`,
      ),
    )
  })

  test('RD7 progress counts the questions of the step by status', () => {
    const questions = ['a', 'b', 'c', 'd'].map((id) => ({
      id: QuestionId.parse(id),
      kind: 'question' as const,
      text: '?',
    }))
    const doc = new Y.Doc()
    setStatus(doc, 'a', 'agreed', null)
    setNotRelevant(doc, 'b', 'Nej', null)
    setStatus(doc, 'c', 'drafted', null)
    const content = readStep(doc, { sections: [], questions })
    expect(progressOf(content, { questions })).toEqual({
      unanswered: 1,
      drafted: 1,
      agreed: 1,
      notRelevant: 1,
      total: 4,
    })
  })

  test('PS26 progress leaves hidden questions out', () => {
    const questions = ['a', 'b'].map((id) => ({
      id: QuestionId.parse(id),
      kind: 'question' as const,
      text: '?',
    }))
    const [a, b] = questions.map((question, at) =>
      at === 0 ? { ...question, hidden: true as const } : question,
    )
    const step = { sections: [], questions: [a!, b!] }
    const doc = new Y.Doc()
    setStatus(doc, 'a', 'agreed', null)
    expect(progressOf(readStep(doc, step), step)).toMatchObject({ agreed: 0, unanswered: 1, total: 1 })
  })
})

describe('plain words', () => {
  const cell = (text: string) => ({ type: 'tableCell', content: [paragraph(text)] })

  test('RD8 blocks stand on lines of their own, cells beside each other', () => {
    const doc = {
      type: 'doc',
      content: [
        paragraph('ett'),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('två')] }] },
        { type: 'table', content: [{ type: 'tableRow', content: [cell('a'), cell('b')] }] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x' }, { type: 'hardBreak' }, { type: 'text', text: 'y' }],
        },
      ],
    }
    expect(plainText(doc)).toBe('ett\ntvå\na\tb\nx\ny')
  })

  test.each([null, undefined, 5, 'text', [], { content: 5 }, { type: {}, content: [null, 7] }])(
    'RD8 %j has no words, and asking does no harm',
    (json) => expect(plainText(json)).toBe(''),
  )

  test('RD8 JSON nested without end does no harm', () => {
    let nested: unknown = { type: 'text', text: 'djupt' }
    for (let depth = 0; depth < 50_000; depth++) nested = { type: 'blockquote', content: [nested] }
    expect(plainText(nested)).toBe('')
    expect(tidyDoc({ type: 'doc', content: [nested] }).content).toHaveLength(1)
  })

  test('RD9 a text is empty without words, and blank when nobody put anything there', () => {
    const table = tidyDoc({
      type: 'doc',
      content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell('')] }] }],
    })
    expect([isEmpty(table), isBlank(table)]).toEqual([true, false])
    const clicked = tidyDoc({ type: 'doc', content: [{ type: 'paragraph' }] })
    expect([isEmpty(clicked), isBlank(clicked)]).toEqual([true, true])
    expect(isEmpty({ type: 'doc', content: [paragraph('x')] })).toBe(false)
  })
})

describe('JSON from elsewhere', () => {
  test('RD10 text without a block is put into a paragraph, and what fits nowhere is named', () => {
    const leftOut = new Set<string>()
    const json = {
      type: 'doc',
      content: [{ type: 'text', text: 'löst' }, { type: 'tableRow', content: [] }, null, { type: 7 }],
    }
    expect(tidyDoc(json, leftOut)).toEqual({ type: 'doc', content: [paragraph('löst')] })
    expect([...leftOut]).toEqual(['tableRow'])
  })

  test('RD10 tidying twice changes nothing more', () => {
    const json = {
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { start: NaN, type: null },
          content: [{ type: 'listItem', content: [{ type: 'text', text: 'a' }] }],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
      ],
    }
    const once = tidyDoc(json)
    expect(once.content[1]).toEqual(paragraph('ab'))
    expect(once.content[0]).not.toHaveProperty('attrs')
    expect(tidyDoc(once)).toEqual(once)
  })

  test.each([null, 5, [], 'x', { content: 'x' }])('RD10 %j is an empty text', (json) => {
    expect(tidyDoc(json)).toEqual(empty)
  })
})
