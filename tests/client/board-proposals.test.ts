import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemPlace, wordsOfSide } from '../../client/proposals/item-change.ts'
import type { Naming } from '../../client/proposals/names.ts'
import { statusWord, subjectOf } from '../../client/proposals/names.ts'
import { compareWords, nearChanges, wordsOf } from '../../client/proposals/words.ts'
import { must } from '../../shared/assert.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { fieldAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { en } from '../../shared/messages/en/index.ts'
import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { aFullMeeting, aStructure } from '../support/board.ts'
import { allKinds, someLeaves } from '../support/items.ts'

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

/** What it takes to name things: in English, on a board whose plan has these items. */
const namingOn = (...items: readonly PlacedItem[]): Naming => {
  const t = translator('en', en)
  const byId = new Map(items.map((item) => [item.id, item]))
  const telling = {
    t: (key: string, values?: MessageValues) => t(`items.${key}` as MessageKey, values),
    locale: 'en' as const,
    board: aFullMeeting().board,
    items: { byId, byKind: new Map(), deleted: [], unread: new Map() },
  }
  return { t, telling }
}

const nothing = { before: null, after: null }

describe('what a proposal concerns', () => {
  const step = aStructure('goals')
  const subject = (target: Change['target'], path: string, structure?: StepStructure) =>
    subjectOf({ target, path, ...nothing }, structure, namingOn())

  it('BV13 names the text or the question by its words on the board', () => {
    expect(subject('section', 'goals.text', step)).toEqual({ label: 'Text:', title: 'Text' })
    expect(subject('answer', 'goals.why', step).title).toBe('Why?')
    expect(subject('field', 'goals.why/owner', step)).toEqual({
      label: 'Who answers the question:',
      title: 'Why?',
    })
  })

  it('BV13 still shows what it cannot name', () => {
    expect(subject('section', 'gone').title).toBe('gone')
    expect(subject('item', 'nobody/g1', step)).toEqual({ label: 'Other content:', title: 'nobody/g1' })
  })

  it('BV13 names an item as the plan does, or as the change does, and the field that changes', () => {
    const goal = { kind: 'goal', id: 'g1', order: 'a0', deleted: null, stepId: 'goals' }
    const naming = namingOn({ ...goal, leaves: new Map([['title', 'A safe centre']]) })
    const words = (change: Omit<Change, 'before'>) => subjectOf({ ...change, before: null }, step, naming)
    expect(words({ target: 'field', path: 'goal/g1/status', after: 'draft' })).toEqual({
      label: 'Goal, Status:',
      title: 'A safe centre',
    })
    expect(words({ target: 'item', path: 'goal/new', after: { title: 'Fewer falls' } })).toEqual({
      label: 'Goal:',
      title: 'Fewer falls',
    })
  })

  it('BV14 whatever changes of an item of whatever kind has a name and words, and no words without a text', () => {
    for (const kind of allKinds)
      fc.assert(
        fc.property(someLeaves(kind), (leaves) => {
          const { telling } = namingOn()
          const path = `${kind.kind}/x1`
          const whole = wordsOfSide(
            must(itemPlace({ target: 'item', path })),
            Object.fromEntries(leaves),
            telling,
          )
          for (const [at, leaf] of leaves) {
            const place = must(itemPlace({ target: 'field', path: `${path}/${at}` }))
            const words = wordsOfSide(place, leaf, telling)
            expect(whole).toContain(words)
            const field = fieldAt(kind.fields, at)
            if (field?.is === 'text' || (field?.is === 'line' && !field.hidden)) expect(words).toBe(leaf)
          }
        }),
        { numRuns: 20 },
      )
  })

  it.each(['/', 'https://www.example.se/a/', `https://example.se/${'long'.repeat(20)}`])(
    'BV14 shows an address whole: %s',
    (address) => {
      const place = must(itemPlace({ target: 'field', path: 'dataSource/d1/url' }))
      expect(wordsOfSide(place, address, namingOn().telling)).toBe(address)
    },
  )

  it('BV14 shows what does not fit an item as it is', () => {
    const { telling } = namingOn()
    const place = must(itemPlace({ target: 'field', path: 'goal/g1/status' }))
    expect(wordsOfSide(place, 'no such status', telling)).toBe('no such status')
    const whole = must(itemPlace({ target: 'item', path: 'goal/g1' }))
    expect(wordsOfSide(whole, { order: 'a0', nowhere: 12, title: 'One' }, telling)).toBe('12\nGoal: One')
  })

  it('BV13 says a question’s status in words, and nothing else', () => {
    expect(statusWord({ target: 'field', path: 'goals.why/status' }, 'agreed')).toBe('step.questionAgreed')
    expect(statusWord({ target: 'field', path: 'goals.why/reason' }, 'agreed')).toBeNull()
    expect(statusWord({ target: 'answer', path: 'goals.why' }, 'agreed')).toBeNull()
  })
})
