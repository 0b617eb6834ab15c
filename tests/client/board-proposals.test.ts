import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statusWord, subjectOf } from '../../client/proposals/names.ts'
import { compareWords, nearChanges, wordsOf } from '../../client/proposals/words.ts'
import { aStructure } from '../support/board.ts'

const doc = (...paragraphs: readonly string[]) => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const marked = (before: string, after: string) =>
  compareWords(before, after)
    .map(({ is, text }) => (is === 'added' ? `+${text}+` : is === 'removed' ? `-${text}-` : text))
    .join('')

describe('the words of a proposal', () => {
  it('BV12 shows a text as its plain words, a value as it is, and nothing as nothing', () => {
    expect(wordsOf(doc('One.', 'Two.'))).toBe('One.\nTwo.')
    expect(wordsOf('because')).toBe('because')
    expect(wordsOf(null)).toBe('')
    expect(wordsOf(doc())).toBe('')
    expect(wordsOf({ order: 'a0', title: 'A safe centre', 'values/2027': 12 })).toBe('A safe centre\n12')
  })

  it('BV12 marks whole words as added and removed', () => {
    expect(marked('kunna påverka när hjälpen kommer', 'själv få välja när hjälpen kommer')).toBe(
      '-kunna-+själv+ -påverka-+få välja+ när hjälpen kommer',
    )
    expect(marked('Ett mål.', 'Ett mål. Och ett till.')).toBe('Ett mål.+ Och ett till.+')
    expect(marked('Bort.', '')).toBe('-Bort.-')
    expect(marked('', 'Nytt.')).toBe('+Nytt.+')
    expect(marked('Samma.', 'Samma.')).toBe('Samma.')
  })

  it('BV12 loses no word of either side', () => {
    const text = fc
      .array(fc.constantFrom('en', 'två', ',', '.', '\n', ' ', 'åäö'))
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareWords(before, after)
        const side = (without: string) =>
          pieces
            .filter(({ is }) => is !== without)
            .map((piece) => piece.text)
            .join('')
        expect(side('added')).toBe(before)
        expect(side('removed')).toBe(after)
      }),
    )
  })

  it('BV12 keeps what was added and removed whole when it shortens what did not change', () => {
    const long = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ')
    const shown = nearChanges(compareWords(`${long} old ${long}`, `${long} new ${long}`))
    expect(shown.find(({ is }) => is === 'added')?.text).toBe('new')
    expect(shown.find(({ is }) => is === 'removed')?.text).toBe('old')
    expect(shown.map(({ text }) => text).join('').length).toBeLessThan(300)
    expect(shown[0]?.text).toMatch(/^… .*word199 $/)
    expect(shown.at(-1)?.text).toMatch(/^ word0 .*…$/)
  })

  it('BV12 shows texts too long to compare one after the other', () => {
    const many = (word: string) => Array.from({ length: 1500 }, (_, at) => `${word}${at}`).join(' ')
    const pieces = compareWords(many('a'), many('b'))
    expect(pieces.map(({ is }) => is)).toEqual(['removed', 'added'])
  })
})

describe('what a proposal concerns', () => {
  const step = aStructure('goals')

  it('BV13 names the text or the question by its words on the board', () => {
    expect(subjectOf({ target: 'section', path: 'goals.text' }, step)).toEqual({
      key: 'proposals.section',
      title: 'Text',
    })
    expect(subjectOf({ target: 'answer', path: 'goals.why' }, step).title).toBe('Why?')
    expect(subjectOf({ target: 'field', path: 'goals.why/owner' }, step)).toEqual({
      key: 'proposals.owner',
      title: 'Why?',
    })
  })

  it('BV13 still shows what it cannot name', () => {
    expect(subjectOf({ target: 'section', path: 'gone' }, undefined).title).toBe('gone')
    expect(subjectOf({ target: 'item', path: 'g1/title' }, step)).toEqual({
      key: 'proposals.other',
      title: 'g1/title',
    })
  })

  it('BV13 says a question’s status in words, and nothing else', () => {
    expect(statusWord({ target: 'field', path: 'goals.why/status' }, 'agreed')).toBe('step.questionAgreed')
    expect(statusWord({ target: 'field', path: 'goals.why/reason' }, 'agreed')).toBeNull()
    expect(statusWord({ target: 'answer', path: 'goals.why' }, 'agreed')).toBeNull()
  })
})
