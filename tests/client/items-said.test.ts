import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Leaf, Table } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Locale } from '../../shared/locale.ts'
import { en } from '../../shared/messages/en/index.ts'
import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import { headed } from '../../client/document/detail.ts'
import { formFields, isNarrow } from '../../client/items/form/shown-fields.ts'
import { crosstabOf, totalIn } from '../../client/items/crosstab.ts'
import { linked, said, shortAddress, titleLanguage, titleOf, withUnit } from '../../client/items/said.ts'
import { addressIn, parseTyped } from '../../client/items/typed.ts'
import { aFullMeeting } from '../support/board.ts'

const anItem = (kind: string, leaves: Readonly<Record<string, Leaf>> = {}, id = `${kind}-1`): PlacedItem => ({
  kind,
  id,
  order: 'a0',
  deleted: null,
  stepId: 'mission',
  leaves: new Map(Object.entries(leaves)),
})

const tellingOf = (items: readonly PlacedItem[] = [], locale: Locale = 'en') => {
  const t = translator(locale, locale === 'sv' ? sv : en)
  return {
    t: (key: string, values?: MessageValues) => t(`items.${key}` as MessageKey, values),
    locale,
    board: aFullMeeting().board,
    items: {
      byId: new Map(items.map((item) => [item.id, item])),
      byKind: new Map(),
      deleted: [],
      unread: new Map(),
    },
  }
}
const named = (kind: string, leaves: Readonly<Record<string, Leaf>>, locale: Locale = 'en') =>
  titleOf(anItem(kind, leaves), tellingOf([], locale))

describe('what an item is called', () => {
  it('KN3 is its own words, and with them what tells those of one name apart', () => {
    expect(named('goal', { title: ' Fewer ' })).toBe('Fewer')
    expect(named('allocation', { service: 'Förskola', area: 'Centrum' })).toBe('Förskola, Centrum')
    expect(named('allocation', { service: 'Förskola' })).toBe('Förskola')
    expect(named('allocation', { area: 'Centrum' })).toBe(named('allocation', {}))
  })

  it('KN3 is its kind with the year or the day, in the page’s language', () => {
    const frame = sv.items['resourceFrame:one']
    expect(named('resourceFrame', { year: 2027 }, 'sv')).toBe(`${String(frame)} 2027`)
    expect(named('followUp', { date: '2027-03-01' }, 'sv')).toMatch(/^\S+ 2027-03-01$/)
    expect(titleLanguage(anItem('resourceFrame', { year: 2027 }), tellingOf([], 'sv'))).toBe('sv-SE')
    expect(titleLanguage(anItem('goal', { title: 'Fewer' }), tellingOf([], 'sv'))).toBe('en-GB')
    expect(titleLanguage(anItem('goal'), tellingOf([], 'sv'))).toBe('sv-SE')
  })

  it('KN3 is of a long text the first line, cut between words, never within a letter', () => {
    expect(named('feedback', { text: '\n Short.\nMore.' })).toBe('Short.')
    const words = named('feedback', { text: 'eighteen letters, '.repeat(9) })
    expect(words).toMatch(/^(eighteen letters, )*eighteen(…| letters,…)$/)
    expect(words.length).toBeLessThanOrEqual(81)
    expect(named('feedback', { text: '🌍'.repeat(99) }).isWellFormed()).toBe(true)
    expect(named('feedback', { text: `x${'🌍'.repeat(99)}` }).isWellFormed()).toBe(true)
  })

  it('KN3 of a pair is both names, and a pair that joins itself has an end', () => {
    const pair = anItem('contribution', { activityId: 'c1', goalId: 'g1' }, 'c1')
    const goal = anItem('goal', { title: 'Fewer' }, 'g1')
    expect(titleOf(pair, tellingOf([pair, goal]))).toBe('Contribution → Fewer')
    expect(linked('c1', tellingOf([pair]))).toBe('Contribution')
  })

  it('KN3 a document says a long text again where its heading cut it', () => {
    const feedback = must(kinds.get('feedback'))
    expect(headed(feedback, anItem('feedback', { text: 'Short.' }))).toContain('text')
    expect(headed(feedback, anItem('feedback', { text: 'Short.\nMore.' }))).not.toContain('text')
    expect(headed(must(kinds.get('allocation')), anItem('allocation'))).toEqual(['service', 'area', ''])
  })
})

describe('a table by year, group and sex', () => {
  const forecast = anItem('populationForecast', {
    unit: 'people',
    'rows/2035/80+/K/value': 30,
    'rows/2035/80+/M/value': 20,
    'rows/2025/80+/T/value': 40,
    'rows/2025/80+/K/value': 39,
    'rows/2025/6-15/T/value': 100,
    'rows/2025/16-19/T/value': 7,
  })
  const field = must(kinds.get('populationForecast')).fields['rows'] as Table

  it('KN4 has groups in the order of their numbers, and says how many it is in all at first and at last', () => {
    const table = must(crosstabOf(forecast, 'rows', field))
    expect(table.years).toEqual(['2025', '2035'])
    expect(table.words).toEqual(['6-15', '16-19', '80+'])
    expect(totalIn(forecast, table, '2025')).toBe(147)
    expect(totalIn(forecast, table, '2030')).toBeNull()
    expect(said(forecast, 'rows', tellingOf([forecast]))).toBe('2025: 147 → 2035: 50\u00a0people')
  })

  it('KN4 is told from a series, whose second part is the sex', () => {
    const values = must(kinds.get('indicator')).fields['values'] as Table
    expect(crosstabOf(anItem('indicator'), 'values', values)).toBeNull()
  })
})

describe('what a field says', () => {
  it('KN5 short values stand one after the other, pairs with a colon', () => {
    const scenario = anItem('scenario', {
      'axes/x/order': 'a0',
      'axes/x/axis': 'Economy',
      'axes/x/end': 'strong',
      'signals/y/order': 'a0',
      'signals/y/signal': 'Queues',
    })
    expect(said(scenario, 'axes', tellingOf())).toBe('Economy: strong')
    expect(said(scenario, 'signals', tellingOf())).toBe('Queues')
  })

  it('KN5 a number has the word for what it counts that stands beside it', () => {
    const allocation = anItem('allocation', { 'volume/unit': 'children', 'volume/value': 590 })
    expect(said(allocation, 'volume/value', tellingOf())).toBe('590\u00a0children')
    expect(said(anItem('targetGroup', { size: 1985 }), 'size', tellingOf([], 'sv'))).toBe(
      '1\u00a0985\u00a0personer',
    )
  })

  it('KN17 a number and a unit that begins with a number are not read as one', () => {
    const telling = tellingOf([], 'nb')
    const board = { ...telling.board, settings: { ...telling.board.settings, amountUnit: '1000 kr' } }
    expect(said(anItem('allocation', { amount: 1200 }), 'amount', { ...telling, board })).toBe(
      '1\u00a0200\u00a0×\u00a01000 kr',
    )
    const indicator = anItem('indicator', { unit: '10\u00a0000 invånare' })
    expect(withUnit(3, indicator, must(kinds.get('indicator')), telling)).toBe(
      '3\u00a0×\u00a010\u00a0000 invånare',
    )
  })

  it('KN6 an address is followed when it is one, also without what all begin with, and its link is short', () => {
    expect(addressIn('https://skr.se/a')).toBe('https://skr.se/a')
    expect(addressIn('www.skr.se/a?b=1')).toBe('https://www.skr.se/a?b=1')
    for (const none of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://skr.se',
      'mailto:a@b.se',
      'skr',
      'a b.se',
      'https://',
    ])
      expect([none, addressIn(none)]).toEqual([none, null])
    const address = { is: 'line', address: true } as const
    expect(parseTyped(address, 'skr.se', 'sv')).toEqual({ is: 'right', leaf: 'https://skr.se' })
    expect(parseTyped(address, 'inte en', 'sv')).toEqual({ is: 'wrong', because: { key: 'notAddress' } })
    const source = anItem('missionSource', { url: 'https://www.skr.se/' })
    expect(said(source, 'url', tellingOf())).toBe('https://www.skr.se/')
    expect(shortAddress('https://www.skr.se/')).toBe('skr.se')
  })

  it('KN7 what has a heading of its own comes last in a form, so that nothing else seems to stand under it', () => {
    for (const kind of kinds.values()) {
      const are = formFields(kind.fields).map(([, { is }]) => (is === 'group' ? 'group' : 'field'))
      expect([kind.kind, are.join(' ')]).toEqual([kind.kind, expect.not.stringContaining('group field')])
      expect(formFields(kind.fields)[0]?.[0] ?? kind.title).toBe(kind.title)
    }
  })

  it('KN8 what can be chosen stands beside another field only where no word of it would be cut off', () => {
    const stands = (kind: string, name: string) =>
      isNarrow(must(must(kinds.get(kind)).fields[name]), tellingOf().t)
    expect(stands('goal', 'kind')).toBe(true)
    expect(stands('goal', 'number')).toBe(true)
    expect(stands('planLink', 'planType')).toBe(false)
    expect(stands('goal', 'influence')).toBe(false)
    expect(stands('goal', 'description')).toBe(false)
  })
})
