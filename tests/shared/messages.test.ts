import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { refusalStatus } from '../../shared/board/refusal.ts'
import { languageTag, locales, type Locale } from '../../shared/locale.ts'
import { all as en } from '../../shared/messages/en/all.ts'
import { translator, type AllMessages, type MessageKey } from '../../shared/messages/format.ts'
import { all as nb } from '../../shared/messages/nb/all.ts'
import { all as sv } from '../../shared/messages/sv/all.ts'

const catalogues: Readonly<Record<Locale, AllMessages>> = { sv, nb, en }

/** Every text as `area.name` and its words. */
const textsIn = (messages: AllMessages): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(messages).flatMap(([area, texts]) =>
      Object.entries(texts as Record<string, string>).map(
        ([name, text]) => [`${area}.${name}`, text] as const,
      ),
    ),
  )

const texts = { sv: textsIn(sv), nb: textsIn(nb), en: textsIn(en) }
const compile = (text: string, locale: Locale) =>
  new IntlMessageFormat(text, languageTag[locale], undefined, { ignoreTag: true })

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

const kinds = ['literal', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag']
const kindOf = (part: Part): string => kinds[part.type] ?? 'unknown'
const nameOf = (part: Part): string => ('value' in part ? String(part.value) : '')
const inside = (part: Part): readonly Part[] =>
  'options' in part ? Object.values(part.options).flatMap((option) => option.value) : []

/** A text's parts, those within its plurals and selects too. */
const partsOf = (text: string, locale: Locale): readonly Part[] => {
  const all = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap((part) => [part, ...all(inside(part))])
  return all(compile(text, locale).getAst())
}

const unique = (names: readonly string[]) => [...new Set(names)].sort()

/** What a reader sees filled in: a number may be bare in one language and choose a plural in another. */
const shownIn = (text: string, locale: Locale) =>
  unique(
    partsOf(text, locale).flatMap((part) => {
      if (kindOf(part) === 'plural')
        return inside(part).some((one) => kindOf(one) === 'pound') ? [nameOf(part)] : []
      if (['argument', 'number'].includes(kindOf(part))) return [nameOf(part)]
      return ['date', 'time'].includes(kindOf(part)) ? [`${nameOf(part)} as ${kindOf(part)}`] : []
    }),
  )

/** Every value a text asks for, seen or only used to choose words. */
const askedIn = (text: string, locale: Locale) =>
  unique(
    partsOf(text, locale)
      .filter((part) => !['literal', 'pound'].includes(kindOf(part)))
      .map(nameOf),
  )

const wordsOf = (text: string, locale: Locale) =>
  partsOf(text, locale)
    .filter((part) => kindOf(part) === 'literal')
    .map(nameOf)
    .join(' ')
    .match(/\p{L}+/gu) ?? []

const wrong = (locale: Locale, isWrong: (text: string, key: string) => boolean) =>
  [...texts[locale]].filter(([key, text]) => isWrong(text, key)).map(([key]) => key)

describe.each(locales)('texts in %s', (locale) => {
  it('MS1 every text can be read as ICU', () => {
    for (const [key, text] of texts[locale]) expect(() => compile(text, locale), key).not.toThrow()
  })

  it('MS2 the same texts exist as in English', () => {
    expect([...texts[locale].keys()].sort()).toEqual([...texts.en.keys()].sort())
  })

  it('MS3 a text shows the same values as in English, and asks for no other', () => {
    const differing = wrong(locale, (text, key) => {
      const english = texts.en.get(key) ?? ''
      const known = askedIn(english, 'en')
      return (
        shownIn(text, locale).join() !== shownIn(english, 'en').join() ||
        !askedIn(text, locale).every((name) => known.includes(name))
      )
    })
    expect(differing).toEqual([])
  })

  it('MS4 no text is empty or has space around it, but behind a colon', () => {
    expect(wrong(locale, (text) => text.trim() === '' || text.replace(/: $/, ':') !== text.trim())).toEqual(
      [],
    )
  })

  it('MS5 no word of ours is on the screen', () => {
    expect(
      wrong(locale, (text) => /\b(crdt|sync|synk|websocket|y\.?js|generation|epoch|payload)/i.test(text)),
    ).toEqual([])
  })

  it('MS6 every refusal has its words', () => {
    const known = Object.keys(catalogues[locale].refusals)
    expect(Object.keys(refusalStatus).filter((code) => !known.includes(code))).toEqual([])
  })
})

describe('texts', () => {
  it.each(['sv', 'nb'] as const)('MS7 no sentence in %s is still English', (locale) => {
    const sentence = (text: string) => wordsOf(text, locale).length >= 4
    expect(wrong(locale, (text, key) => sentence(text) && text === texts.en.get(key))).toEqual([])
  })

  it('MS8 there are texts to judge', () => {
    expect(texts.en.size).toBeGreaterThan(100)
  })
})

describe('the translator', () => {
  const one = (text: string, locale: Locale = 'en') =>
    translator(locale, { ...en, common: { ...en.common, product: text } })

  it('MS9 values are filled in as the language writes them', () => {
    const text = '{n, plural, one {# step} other {# steps}} {amount, number}'
    expect(one(text)('common.product', { n: 1, amount: 1234.5 })).toBe('1 step 1,234.5')
    expect(one(text, 'sv')('common.product', { n: 2, amount: 1234.5 })).toMatch(/^2 steps 1\s234,5$/)
  })

  it('MS10 a word with angle brackets is a word', () => {
    expect(one('<b>{name}</b>')('common.product', { name: '<i>' })).toBe('<b><i></b>')
  })

  it('MS11 an unknown key is a bug', () => {
    expect(() => translator('en', en)('home.noSuchText' as MessageKey)).toThrow('no text for home.noSuchText')
  })
})
