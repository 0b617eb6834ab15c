import { describe, expect, it } from 'vitest'
import { mergeTexts, mergeValues } from '../../server/proposals/merge.ts'
import { plainText, tidyDoc } from '../../shared/step/prose.ts'
import type { ProseDoc, ProseNode } from '../../shared/step/richtext.ts'
import { seeded, seeds } from '../support/random.ts'

const marks = { b: [{ type: 'bold' }], i: [{ type: 'italic' }] }

/** `*bold*` words between plain ones. */
const inline = (text: string): ProseNode[] =>
  text.split('*').flatMap((part, index) => {
    if (part === '') return []
    return index % 2 === 1 ? [{ type: 'text', text: part, marks: marks.b }] : [{ type: 'text', text: part }]
  })
const line = (text: string, type = 'paragraph'): ProseNode => ({ type, content: inline(text) })
const doc = (...content: readonly (ProseNode | string)[]): ProseDoc =>
  tidyDoc({ content: content.map((one) => (typeof one === 'string' ? line(one) : one)) })
const list = (...items: readonly string[]): ProseNode => ({
  type: 'bulletList',
  content: items.map((text) => ({ type: 'listItem', content: [line(text)] })),
})
const table = (...rows: readonly (readonly string[])[]): ProseNode => ({
  type: 'table',
  content: rows.map((row) => ({
    type: 'tableRow',
    content: row.map((text) => ({ type: 'tableCell', content: [line(text)] })),
  })),
})

describe('a text that two sides changed', () => {
  it.each<[string, ProseDoc, ProseDoc, ProseDoc, ProseDoc]>([
    [
      'other blocks',
      doc('one', 'two'),
      doc('one', 'two new'),
      doc('one old', 'two'),
      doc('one old', 'two new'),
    ],
    [
      'other words of a block',
      doc('We plan the town.'),
      doc('We plan the region.'),
      doc('They plan the town.'),
      doc('They plan the region.'),
    ],
    [
      'a word, and a sentence behind it',
      doc('A town.'),
      doc('A region.'),
      doc('A town. Soon.'),
      doc('A region. Soon.'),
    ],
    [
      'a block added beside a changed one',
      doc('a b c d', 'e f'),
      doc('a b c d', 'new', 'e f'),
      doc('a b x d', 'e f'),
      doc('a b x d', 'new', 'e f'),
    ],
    [
      'a block taken away beside a changed one',
      doc('a b c d', 'e f'),
      doc('a b c d'),
      doc('a b x d', 'e f'),
      doc('a b x d'),
    ],
    [
      'marks here, words there',
      doc('bold and plain'),
      doc('*bold* and plain'),
      doc('bold and simple'),
      doc('*bold* and simple'),
    ],
    [
      'a mark on a word that stays',
      doc('one *two* three'),
      doc('one *two* four'),
      doc('zero *two* three'),
      doc('zero *two* four'),
    ],
    [
      'a heading made of a line whose words changed',
      doc('the aim is'),
      doc({ ...line('the aim is', 'heading'), attrs: { level: 2 } }),
      doc('the goal is'),
      doc({ ...line('the goal is', 'heading'), attrs: { level: 2 } }),
    ],
    [
      'other items of a list',
      doc(list('a', 'b')),
      doc(list('a', 'b', 'c')),
      doc(list('x', 'b')),
      doc(list('x', 'b', 'c')),
    ],
    [
      'other cells of a table',
      doc(table(['a', 'b'], ['c', 'd'])),
      doc(table(['a', 'x'], ['c', 'd'])),
      doc(table(['a', 'b'], ['c', 'y'])),
      doc(table(['a', 'x'], ['c', 'y'])),
    ],
    ['the same words in the same way', doc('old'), doc('new'), doc('new'), doc('new')],
    ['nothing, while the other wrote', doc('old'), doc('old'), doc('new'), doc('new')],
    ['what was empty but for an empty line', doc(), doc('new'), doc({ type: 'paragraph' }), doc('new')],
  ])('PA1 is clean when they changed %s', (_what, before, after, now, merged) => {
    expect(mergeTexts({ before, after, now })).toEqual(merged)
    if (plainText(before) !== '') expect(mergeTexts({ before, after: now, now: after })).toEqual(merged)
  })

  it.each<[string, ProseDoc, ProseDoc, ProseDoc]>([
    ['the same word', doc('the old aim'), doc('the new aim'), doc('the best aim')],
    ['a block that the other took away', doc('a b c', 'd'), doc('a b x', 'd'), doc('d')],
    ['a word that the other marked', doc('one two'), doc('one *two*'), doc('one three')],
    ['the same place, each with a block of its own', doc('a'), doc('a', 'mine'), doc('a', 'yours')],
    [
      'the shape of a table and its words',
      doc(table(['a', 'b'])),
      doc(table(['a', 'b'], ['c', 'd'])),
      doc(table(['x', 'b'])),
    ],
    ['a block: one wrote it anew, the other took it away', doc('Old', 'x y'), doc('New', 'x y'), doc('x z')],
    ['everything, from nothing', doc(), doc('mine'), doc('yours')],
  ])('PA2 is moved ground when they changed %s', (_what, before, after, now) => {
    expect(mergeTexts({ before, after, now })).toBeNull()
    expect(mergeTexts({ before, after: now, now: after })).toBeNull()
  })

  it.each(seeds(20))('PA3 keeps both sides when they changed different words (seed %i)', (seed) => {
    const { int } = seeded(seed)
    for (let round = 0; round < 30; round++) {
      const { before, after, now, wanted } = disjoint(int)
      expect(mergeTexts({ before, after, now }), `round ${round}`).toEqual(wanted)
      expect(mergeTexts({ before, after: now, now: after }), `round ${round}`).toEqual(wanted)
    }
  })

  it('PA4 is left to people when comparing would take too long', () => {
    const long = (word: string) => doc(`${word} ${'a '.repeat(200_000)}${word}`)
    const began = performance.now()
    expect(mergeTexts({ before: long('x'), after: long('y'), now: long('z') })).toBeNull()
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('a value that two sides changed', () => {
  it('PA5 is clean when one side changed it or both alike, whatever the order of keys', () => {
    expect(mergeValues({ before: 'a', after: 'b', now: 'a' })).toEqual({ merged: 'b' })
    expect(mergeValues({ before: 'a', after: 'a', now: null })).toEqual({ merged: null })
    expect(mergeValues({ before: null, after: { a: 1, b: 2 }, now: { b: 2, a: 1 } })).not.toBeNull()
    expect(mergeValues({ before: 'a', after: 'b', now: 'c' })).toBeNull()
    expect(mergeValues({ before: 'a', after: null, now: 'c' })).toBeNull()
  })
})

/** Blocks of words; each word belongs to one side, which may replace, lengthen, mark or empty it. */
const disjoint = (below: (count: number) => number) => {
  const blocks = Array.from({ length: 1 + below(6) }, (_, block) =>
    Array.from({ length: 2 + below(12) }, (_, word) => `w${block}n${word}`),
  )
  const edit = (word: string): string =>
    [`${word}changed`, `new${word} and more${word}`, `*${word}*`, `*other${word}* thing${word}`][below(4)] ??
    word
  const sides = blocks.map((block) =>
    block.map((word) => ({
      word,
      by: (['after', 'now', null, null] as const)[below(4)] ?? null,
      made: edit(word),
    })),
  )
  const text = (...who: readonly string[]) =>
    doc(
      ...sides.map((block) =>
        block.map(({ word, by, made }) => (by !== null && who.includes(by) ? made : word)).join(' '),
      ),
    )
  return { before: text(), after: text('after'), now: text('now'), wanted: text('after', 'now') }
}
