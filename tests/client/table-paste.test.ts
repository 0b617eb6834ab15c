import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '../../client/table/columns.ts'
import { columnName, columnsOf } from '../../client/table/columns.ts'
import { asSeparated } from '../../client/table/clipboard.ts'
import { folded } from '../../client/table/fold.ts'
import type { Target } from '../../client/table/paste.ts'
import { leavesOf, pasteOver } from '../../client/table/paste.ts'
import { separated } from '../../client/table/separated.ts'
import { dayOrderOf, isOther, readingOf, readOnce } from '../../client/table/reading.ts'
import type { DayOrder } from '../../client/table/value.ts'
import { isEitherDay, looseNumber, readValue } from '../../client/table/value.ts'
import { must } from '../../shared/assert.ts'
import type { Field } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { aTelling, placed } from '../support/telling.ts'

const telling = aTelling('sv', [
  placed('goal', 'g1', { title: 'Tryggt i centrum', number: 3 }),
  placed('goal', 'g2', { title: 'Fler i arbete', number: 4 }),
  placed('goal', 'g3', { title: 'Tvilling' }),
  placed('goal', 'g4', { title: 'tvilling' }),
])
const read = (field: Field, text: string) => readValue(field, text, telling)
const value = (field: Field, text: string) => {
  const fit = read(field, text)
  return fit.is === 'fits' ? fit.leaf : fit.is === 'members' ? fit.members : fit.is
}

describe('TB: what a spreadsheet puts on the clipboard', () => {
  it('TB1 rows end with lines and cells with tabs; quotes keep both, and empty rows at the end are none', () => {
    expect(separated('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(separated('"två\nrader"\t"sade ""ja"""\nx\t')).toEqual([
      ['två\nrader', 'sade "ja"'],
      ['x', ''],
    ])
    expect(separated('5" rör\tnästa')).toEqual([['5" rör', 'nästa']])
    expect(separated('')).toEqual([])
  })

  it('TB1 whatever cells hold comes back as it was copied', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).map((one) => one.replaceAll('\r', '').trim())
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, (block) => {
        fc.pre((block.at(-1) ?? []).some((one) => one !== ''))
        expect(separated(asSeparated(block))).toEqual(block)
      }),
    )
  })
})

describe('TB: what a pasted value means', () => {
  const amount: Field = { is: 'number' }

  it('TB2 a number is read with a decimal comma or point, whatever stands between thousands, and its unit', () => {
    for (const [text, wanted] of [
      ['8,9', 8.9],
      ['8.9', 8.9],
      ['1 234,5', 1234.5],
      ['1\u00a0234', 1234],
      ['1.234,5', 1234.5],
      ['1,234.5', 1234.5],
      ['1.234.567', 1234567],
      ['45 %', 45],
      ['−3', -3],
      ['250 tkr', 250],
    ] as const)
      expect([text, value(amount, text)]).toEqual([text, wanted])
    expect(value(amount, 'många')).toBe('wrong')
    expect(value({ is: 'number', min: 0, max: 100 }, '120')).toBe('wrong')
    expect(value({ is: 'number', integer: true }, '1,5')).toBe('wrong')
  })

  it('TB2 every number that a page writes in its language is read as itself', () => {
    const numbers = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((one) => one / 100)
    fc.assert(
      fc.property(numbers, fc.constantFrom('sv-SE', 'nb-NO'), (number, tag) => {
        const text = number.toLocaleString(tag, { maximumFractionDigits: 2 })
        expect(looseNumber(text, 'sv')).toBe(number)
      }),
    )
  })

  it('TB3 a day is read with the year first or the day first; a day that is none is said', () => {
    for (const text of ['2027-01-31', '31.01.2027', '31/1/2027', '2027.1.31'])
      expect([text, value({ is: 'day' }, text)]).toEqual([text, '2027-01-31'])
    expect(value({ is: 'day' }, '31.02.2027')).toBe('wrong')
    expect(value({ is: 'year' }, '2027')).toBe(2027)
    expect(value({ is: 'year' }, '27')).toBe('wrong')
  })

  it('TB30 of a day that may be read two ways the day comes first, unless the month is said to', () => {
    const day: Field = { is: 'day' }
    const inOrder = (text: string, order: DayOrder) => {
      const fit = readValue(day, text, telling, order)
      return fit.is === 'fits' ? fit.leaf : fit.is
    }
    expect([inOrder('2/3/2027', 'day'), inOrder('2/3/2027', 'month')]).toEqual(['2027-03-02', '2027-02-03'])
    for (const order of ['day', 'month'] as const)
      for (const [text, wanted] of [
        ['25/3/2027', '2027-03-25'],
        ['3/25/2027', '2027-03-25'],
        ['2.3.2027', '2027-03-02'],
        ['2027-03-02', '2027-03-02'],
        ['31/31/2027', 'wrong'],
      ] as const)
        expect([text, order, inOrder(text, order)]).toEqual([text, order, wanted])
    expect(['2/3/2027', '2-3-2027'].every(isEitherDay)).toBe(true)
    expect(['3/3/2027', '25/3/2027', '2.3.2027', '2027-03-02', 'två'].some(isEitherDay)).toBe(false)
    expect(dayOrderOf(['2/3/2027', '3/25/2027'])).toBe('month')
    expect(dayOrderOf(['2/3/2027', '3/25/2027', '25/3/2027'])).toBe('day')
    expect(dayOrderOf(['2/3/2027'])).toBe('day')
  })

  it('TB31 what a value will be is said in the page’s words, beside what was pasted where that looks different', () => {
    const said = (field: Field, text: string, own = telling) => {
      const reading = readingOf(field, readValue(field, text, own), own)
      const words = reading.is === 'fits' ? reading.words.replaceAll('\u00a0', ' ') : reading.because.key
      return [words, reading.is === 'fits' && isOther(text, reading.words)]
    }
    expect(said({ is: 'day' }, '2/3/2027')).toEqual(['2 mars 2027', true])
    expect(said({ is: 'day' }, '2/3/2027', aTelling('en'))).toEqual(['2 Mar 2027', true])
    expect(said({ is: 'day' }, '2/3/2027', aTelling('nb'))).toEqual(['2. mars 2027', true])
    expect(said({ is: 'number' }, '1234567.5')).toEqual(['1 234 567,5', true])
    expect(said({ is: 'number' }, '1234')).toEqual(['1 234', false])
    expect(said({ is: 'number' }, '1,234', aTelling('en'))).toEqual(['1,234', false])
    expect(said({ is: 'flag' }, 'x')).toEqual(['Ja', true])
    expect(said({ is: 'link', to: 'goal' }, '4')).toEqual(['Fler i arbete', true])
    expect(said({ is: 'links', to: 'goal' }, '4; Tryggt i centrum')).toEqual([
      'Fler i arbete, Tryggt i centrum',
      true,
    ])
    expect(said({ is: 'line' }, 'Kvällar utan oro')).toEqual(['Kvällar utan oro', false])
    expect(said({ is: 'number' }, 'många')).toEqual(['notNumber', false])
  })

  it('TB4 a choice is read by its word in the page’s language or by its code, yes and no as people write them', () => {
    const field = must(kinds.get('goal')?.fields['kind'])
    if (field.is !== 'choice') throw new Error('a choice')
    for (const code of field.of.values) {
      expect(value(field, code)).toBe(code)
      expect(value(field, ` ${telling.t(`${field.of.name}=${code}`).toUpperCase()} `)).toBe(code)
    }
    expect(value(field, 'någonting')).toBe('wrong')
    for (const text of ['ja', 'Yes', 'x', '1']) expect(value({ is: 'flag' }, text)).toBe(true)
    for (const text of ['Nej', 'nei', 'no', '0']) expect(value({ is: 'flag' }, text)).toBe(false)
    expect(value({ is: 'flag' }, 'kanske')).toBe('wrong')
  })

  it('TB5 what is linked is read by name, number or id; a name that two have is none', () => {
    const link: Field = { is: 'link', to: 'goal' }
    expect(value(link, 'tryggt i CENTRUM')).toBe('g1')
    expect(value(link, '4')).toBe('g2')
    expect(value(link, 'g1')).toBe('g1')
    expect(read(link, 'Tvilling')).toEqual({ is: 'wrong', because: { key: 'twoOfThatName' } })
    expect(read(link, 'Något annat')).toEqual({ is: 'wrong', because: { key: 'notLinked' } })
    expect(value({ is: 'links', to: 'goal' }, 'Tryggt i centrum; Fler i arbete')).toEqual(['g1', 'g2'])
    expect(value({ is: 'links', to: 'goal' }, 'Tryggt i centrum, Okänt')).toBe('wrong')
  })

  it('TB6 an empty cell leaves what stands there', () => {
    for (const field of [amount, { is: 'line' }, { is: 'day' }, { is: 'flag' }] as const)
      expect(value(field, '  ')).toBe('nothing')
  })
})

describe('TB: a block over a table', () => {
  const kind = must(kinds.get('goal'))
  const columns = columnsOf(kind, [])
  const by = (path: string): Column => must(columns.find((one) => one.path === path))
  const shown = [by('title'), by('kind'), by('priority')]
  const target = (from: number, rows: number): Target => ({
    columns: shown.slice(from),
    named: shown.map((column) => ({ column, names: [folded(columnName(kind, column, telling))] })),
    rows,
    mayAdd: true,
    barred: (row) => (row === 1 ? { key: 'barred', values: { reason: 'låst' } } : null),
  })
  const places = (pasted: ReturnType<typeof pasteOver>) =>
    pasted.cells.map(({ row, column, text, fit }) => [row, column.path, text, fit.is])

  it('TB7 it goes from the cell that has the focus rightwards and downwards, and rows are added for what is beyond', () => {
    const pasted = pasteOver(
      [
        ['A', 'kvalitet'],
        ['B', ''],
        ['C', 'nonsens'],
      ],
      target(0, 1),
      telling,
    )
    expect(pasted.newRows).toBe(2)
    expect(places(pasted).map(([row, path]) => [row, path])).toEqual([
      [0, 'title'],
      [0, 'kind'],
      [1, 'title'],
      [2, 'title'],
      [2, 'kind'],
    ])
    expect(pasteOver([['1']], target(2, 1), telling).cells[0]?.column.path).toBe('priority')
  })

  it('TB8 a first row that names columns says where each goes, and is no row; what it names beside is left out', () => {
    const head = [
      columnName(kind, by('priority'), telling),
      'Anteckning',
      columnName(kind, by('title'), telling),
    ]
    const pasted = pasteOver([head, ['2', 'hej', 'Nytt mål']], target(1, 1), telling)
    expect(pasted.cells.map(({ row, column }) => [row, column.path])).toEqual([
      [0, 'priority'],
      [0, 'title'],
    ])
    expect(pasted.leftOut).toEqual(['Anteckning'])
  })

  it('TB35 of a block with one value put right, that value alone is read anew', () => {
    const asked: string[] = []
    const reader = readOnce((key, text, order) => {
      asked.push(`${key} ${text} ${order}`)
      return { is: 'fits', words: text.toUpperCase() }
    })
    const all = (texts: Readonly<Record<string, string>>, order: DayOrder) =>
      Object.entries(texts).map(([key, text]) => reader(key, text, order))
    all({ one: 'a', two: 'b' }, 'day')
    expect(all({ one: 'a', two: 'c' }, 'day')).toEqual([
      { is: 'fits', words: 'A' },
      { is: 'fits', words: 'C' },
    ])
    expect(asked).toEqual(['one a day', 'two b day', 'two c day'])
    all({ one: 'a' }, 'month')
    expect(asked.at(-1)).toBe('one a month')
  })

  it('TB9 a value for a row that may not be written in does not fit, and says why', () => {
    const pasted = pasteOver([['A'], ['B'], ['C']], target(0, 3), telling)
    expect(pasted.cells.map(({ fit }) => fit.is)).toEqual(['fits', 'wrong', 'fits'])
  })

  it('TB10 what does not fit writes nothing; a set is written whole in the place of what it was', () => {
    expect(leavesOf(by('title'), { is: 'wrong', because: { key: 'tooLong' } })).toBeNull()
    expect(leavesOf(by('title'), { is: 'nothing' })).toBeNull()
    const set: Column = { path: 'indicatorIds', field: { is: 'links', to: 'indicator' } }
    expect(leavesOf(set, { is: 'members', members: ['i1'] })).toEqual({
      clear: 'indicatorIds',
      leaves: { 'indicatorIds/i1': true },
    })
  })
})
