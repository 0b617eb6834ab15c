import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unwrittens } from '../../client/items/form/unwritten.ts'
import { keepingAt } from '../../client/items/form/unwritten.ts'
import { kinds } from '../../shared/items/index.ts'
import { locales } from '../../shared/locale.ts'
import type { TypedField } from '../../client/items/typed.ts'
import { isTurned, parseTyped, readNumber, typedOf } from '../../client/items/typed.ts'

const right = (leaf: string | number) => ({ is: 'right', leaf })
const wrong = (key: string, values?: object) => ({ is: 'wrong', because: { key, ...(values && { values }) } })
const number = { is: 'number' } as const

describe('what is typed', () => {
  it('IF1 a number is read as people write it in each language', () => {
    expect(readNumber('1 234,5', 'sv')).toBe(1234.5)
    expect(readNumber('1\u00a0234,5', 'nb')).toBe(1234.5)
    expect(readNumber('−8,9', 'sv')).toBe(-8.9)
    expect(readNumber('8.9', 'sv')).toBe(8.9)
    expect(readNumber('1,234.5', 'en')).toBe(1234.5)
    expect(readNumber('1,234', 'en')).toBe(1234)
    expect(readNumber('8,9', 'en')).toBe(8.9)
    for (const none of ['', 'många', '1,2,3', '12 %', '1e5', '--1', '.'])
      expect(readNumber(none, 'sv')).toBeNull()
  })

  it('IF1 a number stands in its field as it can be typed again', () => {
    const amount = fc.oneof(
      fc.integer(),
      fc.integer().map((many) => many / 1000),
    )
    fc.assert(
      fc.property(amount, fc.constantFrom(...locales), (value, locale) => {
        const again = parseTyped(number, typedOf(value, locale), locale)
        expect(again).toEqual(right(value + 0))
      }),
    )
    expect(typedOf(2400.5, 'sv')).toBe('2400,5')
    expect(typedOf(undefined, 'sv')).toBe('')
    expect(typedOf(null, 'sv')).toBe('')
  })

  it('IF2 what a field cannot hold is told in words, with what it can', () => {
    const is = (field: TypedField, text: string) => parseTyped(field, text, 'sv')
    expect(is(number, 'åtta')).toEqual(wrong('notNumber'))
    expect(is({ ...number, integer: true }, '1,5')).toEqual(wrong('notWhole'))
    expect(is({ ...number, min: 0, max: 100 }, '101')).toEqual(wrong('outOfRange', { min: 0, max: 100 }))
    expect(is({ ...number, min: 0 }, '-1')).toEqual(wrong('tooSmall', { min: 0 }))
    expect(is({ ...number, max: 6 }, '7')).toEqual(wrong('tooLarge', { max: 6 }))
    expect(is({ is: 'year' }, '27')).toEqual(wrong('notYear'))
    expect(is({ is: 'year' }, '9999')).toEqual(wrong('notYear'))
    expect(is({ is: 'day' }, '2027-02-30')).toEqual(wrong('notDay'))
    expect(is({ is: 'day' }, '0002-02-03')).toEqual(wrong('notDay'))
    expect(is({ is: 'line', longest: 3 }, 'fyra')).toEqual(wrong('tooLong', { count: 3 }))
    expect(is({ is: 'line' }, 'x'.repeat(301))).toEqual(wrong('tooLong', { count: 300 }))
  })

  it('IF2 what it can hold is its value, and nothing typed takes it away', () => {
    const is = (field: TypedField, text: string) => parseTyped(field, text, 'sv')
    expect(is({ is: 'year' }, ' 2027 ')).toEqual(right(2027))
    expect(is({ is: 'day' }, '2027-01-11')).toEqual(right('2027-01-11'))
    expect(is({ is: 'line' }, ' två\nrader ')).toEqual(right('två rader'))
    for (const one of ['line', 'number', 'year', 'day'] as const)
      expect(is({ is: one }, '  ')).toEqual(right(''))
  })

  it('IF2 a span ends before it begins only where both days are said', () => {
    expect(isTurned('2027-02-01', '2027-01-31')).toBe(true)
    expect(isTurned('2027-02-01', '2027-02-01')).toBe(false)
    expect(isTurned('', '2027-01-31')).toBe(false)
    expect(isTurned('2027-02-01', '')).toBe(false)
    expect(isTurned('2027-02-01', undefined)).toBe(false)
    expect(isTurned(80, 18)).toBe(true)
    expect(isTurned(9, 18)).toBe(false)
    expect(isTurned(18, 18)).toBe(false)
    expect(isTurned(80, undefined)).toBe(false)
  })

  it('IF2 every kind that has a span has its two days', () => {
    const spans = [...kinds.values()].flatMap(({ span, fields }) => (span ? [{ span, fields }] : []))
    expect(spans.length).toBeGreaterThan(0)
    for (const { span, fields } of spans)
      expect([fields[span.from]?.is, fields[span.to]?.is]).toEqual(['day', 'day'])
  })
})

describe('IF: what was typed and is wrong', () => {
  const place = { board: 'b', item: 'g1', path: 'cost/amount' }
  const typed = { text: 'många', because: { key: 'notNumber' }, base: '5' }

  it('IF5 is kept by item and field, until something else stands there or it is dropped', () => {
    const all: Unwrittens = new Map()
    const here = keepingAt(place, all)
    expect(here.find('5')).toBeNull()
    here.keep(typed)
    expect(keepingAt(place, all).find('5')).toEqual(typed)
    for (const other of [{ board: 'c' }, { item: 'g2' }, { path: 'cost/fte' }])
      expect(keepingAt({ ...place, ...other }, all).find('5')).toBeNull()
    expect(here.find('6')).toBeNull()
    expect(here.find('5')).toBeNull()
    here.keep(typed)
    here.drop()
    expect(here.find('5')).toBeNull()
  })
})
