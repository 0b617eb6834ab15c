import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { Change } from '../../shared/board/proposals.ts'
import { changesBetween } from '../../shared/step/changes.ts'
import { setNotRelevant, setStatus } from '../../shared/step/questions.ts'
import { readStep } from '../../shared/step/read.ts'
import { answer, aWriter, editText, paragraphs, section, step } from '../support/updates.ts'

const changesOf = (change: (doc: Y.Doc) => void, before: (doc: Y.Doc) => void = () => {}) => {
  const { doc } = aWriter()
  before(doc)
  const was = readStep(doc, step)
  change(doc)
  return changesBetween(was, readStep(doc, step))
}
const text = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})
const empty = { type: 'doc', content: [] }

describe('changes between two readings', () => {
  test('RD14 equal readings differ in nothing', () => {
    expect(
      changesOf(
        () => {},
        (doc) => editText(doc, section, () => paragraphs('hej')),
      ),
    ).toEqual([])
  })

  test('RD14 a text that differs is one change of the whole text', () => {
    const changes = changesOf(
      (doc) => {
        editText(doc, section, () => paragraphs('hej då'))
        editText(doc, answer, () => paragraphs('svar'))
      },
      (doc) => editText(doc, section, () => paragraphs('hej')),
    )
    expect(changes).toEqual([
      { target: 'section', path: 'mission.text', before: text('hej'), after: text('hej då') },
      { target: 'answer', path: 'mission.why', before: empty, after: text('svar') },
    ])
    for (const change of changes) expect(Change.parse(change)).toEqual(change)
  })

  test('RD14 an empty paragraph where nothing was is no change', () => {
    expect(changesOf((doc) => editText(doc, section, () => paragraphs('')))).toEqual([])
    expect(
      changesOf(
        (doc) => editText(doc, section, () => paragraphs('')),
        (doc) => editText(doc, section, () => paragraphs('x')),
      ),
    ).toHaveLength(1)
  })

  test("RD15 a question's fields are changes of their own, null where there is none", () => {
    expect(changesOf((doc) => setNotRelevant(doc, 'mission.why', 'Nej', null))).toEqual([
      { target: 'field', path: 'mission.why/status', before: null, after: 'notRelevant' },
      { target: 'field', path: 'mission.why/reason', before: null, after: 'Nej' },
    ])
    expect(
      changesOf(
        (doc) => setStatus(doc, 'mission.why', null, null),
        (doc) => setStatus(doc, 'mission.why', 'agreed', null),
      ),
    ).toEqual([{ target: 'field', path: 'mission.why/status', before: 'agreed', after: null }])
  })

  test('RD15 a status that only follows from the answer is no change', () => {
    const changes = changesOf((doc) => editText(doc, answer, () => paragraphs('svar')))
    expect(changes.map(({ target }) => target)).toEqual(['answer'])
  })
})
