import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allWords, firstWords, keepLocale, wordsToChangeTo } from '../../client/hooks/catalogue.ts'
import { later } from '../../client/ui/later.ts'
import type { Field, Kind } from '../../shared/items/define.ts'
import { fieldAt } from '../../shared/items/item.ts'
import { locales } from '../../shared/locale.ts'
import { first as en } from '../../shared/messages/en/first.ts'
import { later as enLater } from '../../shared/messages/en/later.ts'
import type { Catalogue } from '../../shared/messages/format.ts'
import { first as nb } from '../../shared/messages/nb/first.ts'
import { later as nbLater } from '../../shared/messages/nb/later.ts'
import { first as sv } from '../../shared/messages/sv/first.ts'
import { later as svLater } from '../../shared/messages/sv/later.ts'
import { allKinds } from '../support/items.ts'

const root = join(import.meta.dirname, '../..')
const firsts = { sv, nb, en } as const
const laters = { sv: svLater, nb: nbLater, en: enLater } as const

const keysOf = (texts: Catalogue) =>
  Object.entries(texts).flatMap(([area, words]) => Object.keys(words).map((name) => `${area}.${name}`))

/** Those files, and all that they cannot do without. */
const reachedFrom = (starts: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const walk = (file: string) => {
    if (found.has(file) || !/\.tsx?$/.test(file) || file.includes('/shared/messages/') || !existsSync(file))
      return
    const source = readFileSync(file, 'utf8')
    found.set(file, source)
    for (const [, next = ''] of source.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'/gm))
      walk(join(dirname(file), next))
  }
  for (const start of starts) walk(join(root, 'client', start))
  const named = [...found].map(([file, source]) => [relative(root, file), source] as const)
  // What is shared says nothing: its events and actions are named much as texts are.
  return new Map(named.filter(([file]) => file.startsWith('client/')))
}

const plan = reachedFrom(['main.tsx', 'board/BoardPage.tsx'])
const before = reachedFrom(['home/Home.tsx', 'home/JoinPage.tsx', 'home/Accessibility.tsx'])

/** The texts a file names that only later parts may say: whole keys, and keys that are put together. */
const tooEarlyIn = (source: string): readonly string[] =>
  keysOf(enLater).filter((key) => {
    const [area = '', name = ''] = key.split(/\.(.*)/s)
    if (/['"`]/.test(key)) return false
    if ([`'${key}'`, `"${key}"`, `\`${key}\``].some((quoted) => source.includes(quoted))) return true
    if (area === 'items') return itemWordsIn(source).has(name)
    return [...source.matchAll(new RegExp(`\`${area}\\.([^\`$]*)\\$\\{`, 'g'))].some(([, start = '']) =>
      name.startsWith(start),
    )
  })

/** What a file says of items without naming their area: `t('untitled')`, `t(isOpen ? 'yes' : 'no')`. */
const itemWordsIn = (source: string): ReadonlySet<string> =>
  new Set(
    [...source.matchAll(/\b(?:t|item|itemText)\(([^()]*)/g)].flatMap(([, given = '']) =>
      [...given.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
    ),
  )

describe('what a plan says at first', () => {
  it('UI33 no file of the page that a plan cannot do without says a text of the later parts', () => {
    expect(plan.size).toBeGreaterThan(150)
    const early = [...plan].flatMap(([file, source]) => tooEarlyIn(source).map((key) => `${file}: ${key}`))
    expect(early).toEqual([])
  })

  it('UI33 nor does one of the pages before a plan', () => {
    expect(before.size).toBeGreaterThan(30)
    const early = [...before].flatMap(([file, source]) => tooEarlyIn(source).map((key) => `${file}: ${key}`))
    expect(early).toEqual([])
  })

  it('UI33 every part that comes after the plan comes by `later`, which waits for its words', () => {
    const own = [...plan].filter(([file]) => !['client/pages.ts', 'client/main.tsx'].includes(file))
    expect(own.filter(([, source]) => /\blazy\(/.test(source)).map(([file]) => file)).toEqual([])
  })

  it.each(locales)('UI33 no text in %s stands in both catalogues', (locale) => {
    const others = new Set(keysOf(laters[locale]))
    expect(keysOf(firsts[locale]).filter((key) => others.has(key))).toEqual([])
  })
})

const optionsOf = (field: Field): readonly string[] => [
  ...('of' in field ? field.of.values.map((value) => `${field.of.name}=${value}`) : []),
  ...(field.is === 'scale'
    ? Array.from({ length: field.to - field.from + 1 }, (_, at) => `${field.name}=${field.from + at}`)
    : []),
  ...(field.is === 'group' ? Object.values(field.fields).flatMap(optionsOf) : []),
]

/** What the board says of a kind: its names, the labels that stand on its card, the values there. */
const saidOnCards = ({ kind, fields, card }: Kind): readonly string[] => [
  ...['one', 'many', 'add'].map((name) => `${kind}:${name}`),
  ...[...card.meta, ...card.facts].flatMap((path) => {
    const field = fieldAt(fields, path)
    if (!field) return []
    const isLabelled = card.facts.includes(path) || field.is === 'scale'
    return [...(isLabelled ? [`${kind}.${path.replaceAll('/', '.')}`] : []), ...optionsOf(field)]
  }),
]

describe('what puts the names of texts together', () => {
  it('UI34 of the files that a plan cannot do without, only cards say a field that is not named', () => {
    const saying = [...plan].filter(([, source]) => /\b(?:sayField|fieldKey)\(|\bsaid\(item/.test(source))
    const cards = ['items/ItemCard.tsx', 'items/ItemFact.tsx', 'items/said.ts']
    expect(saying.map(([file]) => file).toSorted()).toEqual(cards.map((file) => `client/${file}`))
  })
})

describe.each(locales)('what cards say in %s', (locale) => {
  const onCards = new Set(allKinds.flatMap(saidOnCards))

  it('UI34 the texts of a card stand in items.ts', () => {
    expect([...onCards].filter((key) => key in laters[locale].items)).toEqual([])
  })

  it('UI34 those of other fields and options stand in fields.ts', () => {
    const ofRegistry = Object.keys(firsts[locale].items).filter((key) => /[:.=]/.test(key))
    expect(ofRegistry.filter((key) => !onCards.has(key))).toEqual([])
  })
})

describe('the words of a page', () => {
  const isSaid = async (locale: (typeof locales)[number]) => {
    const { text } = await firstWords(locale)
    return text('common.close') !== '' && text('inbox.title') !== ''
  }

  it('UI35 what only later parts say comes when the first of them does, to whoever has the first words', async () => {
    keepLocale('en')
    await expect(isSaid('en')).rejects.toThrow('no text for inbox.title')
    await wordsToChangeTo('sv')
    await expect(isSaid('sv')).rejects.toThrow('no text for inbox.title')
    await later(async () => () => null).ahead()
    expect(await isSaid('en')).toBe(true)
  })

  it('UI35 then a language comes whole before the page changes to it', async () => {
    await allWords()
    await wordsToChangeTo('sv')
    expect(await isSaid('sv')).toBe(true)
  })

  it('UI35 a part waits for the words of the language that the page speaks by then', async () => {
    keepLocale('en')
    const words = allWords()
    keepLocale('nb')
    await words
    expect(await isSaid('nb')).toBe(true)
  })
})
