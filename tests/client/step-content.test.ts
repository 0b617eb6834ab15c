import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { contentOf, pace } from '../../client/live/content.ts'
import { answerText, sectionText } from '../../shared/step/doc.ts'
import { plainText } from '../../shared/step/read.ts'
import { setStatus } from '../../shared/step/questions.ts'
import { aStructure } from '../support/board.ts'

const step = aStructure('goals')
const question = 'goals.why'

const type = (text: Y.XmlFragment, words: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  text.insert(0, [paragraph])
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const opened = () => {
  const doc = new Y.Doc()
  const content = contentOf(doc, step, () => Date.now())
  let told = 0
  const stop = content.subscribe(() => told++)
  return { doc, content, stop, told: () => told }
}

describe('what stands in a step, as the views read it', () => {
  it('BV8 follows the document', () => {
    const { doc, content } = opened()
    expect(content.get().questions[question]?.status).toBe('unanswered')
    type(answerText(doc, question), 'Because.')
    vi.advanceTimersByTime(pace)
    expect(content.get().questions[question]?.status).toBe('drafted')
    expect(plainText(content.get().answers[question])).toBe('Because.')
    setStatus(doc, question, 'agreed', null)
    vi.advanceTimersByTime(pace)
    expect(content.get().questions[question]?.status).toBe('agreed')
  })

  it('BV8 reads a single change at once, and many at most once per pace', () => {
    const { doc, told } = opened()
    const text = sectionText(doc, 'goals.text')
    type(text, 'First.')
    vi.advanceTimersByTime(0)
    expect(told()).toBe(1)
    for (let key = 0; key < 20; key++) type(text, 'More.')
    vi.advanceTimersByTime(pace - 1)
    expect(told()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(told()).toBe(2)
  })

  it('BV17 what comes first is read before anybody can say that it has come', () => {
    const { doc, content, told } = opened()
    const there = new Y.Doc()
    type(answerText(there, question), 'Because.')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(there))
    expect(told()).toBe(1)
    expect(content.get().questions[question]?.status).toBe('drafted')
  })

  it('BV8 keeps the identity of what did not change', () => {
    const { doc, content } = opened()
    const before = content.get()
    type(sectionText(doc, 'goals.text'), 'Words.')
    vi.advanceTimersByTime(pace)
    const after = content.get()
    expect(after.sections).not.toBe(before.sections)
    expect(after.questions).toBe(before.questions)
    expect(after.answers).toBe(before.answers)
  })

  it('BV8 reads nothing while nobody listens, and all of it when somebody comes back', () => {
    const { doc, content, stop, told } = opened()
    stop()
    type(answerText(doc, question), 'Meanwhile.')
    vi.advanceTimersByTime(pace)
    expect(told()).toBe(0)
    content.subscribe(() => undefined)
    expect(content.get().questions[question]?.status).toBe('drafted')
  })
})
