import { describe, expect, it } from 'vitest'
import type { Field, Fields, Options } from '../../shared/items/define.ts'
import { locales } from '../../shared/locale.ts'
import { en } from '../../shared/messages/en/index.ts'
import { nb } from '../../shared/messages/nb/index.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import { allKinds } from '../support/items.ts'

/* Whatever the registry holds has words on the screen. */

const catalogues = { sv, nb, en }

const optionsOf = ({ name, values }: Options) => values.map((value) => `${name}=${value}`)

const wordsFor = (field: Field, path: string): readonly string[] => [
  path,
  ...('of' in field ? optionsOf(field.of) : []),
  ...(field.is === 'scale' ? [`${field.name}=${field.from}`, `${field.name}=${field.to}`] : []),
  ...(field.is === 'table'
    ? field.by.flatMap((part) => {
        if (part.is === 'word') return [`${path}.${part.name}`]
        return part.is === 'choice' ? optionsOf(part.of) : []
      })
    : []),
  ...('fields' in field ? wordsIn(field.fields, path) : []),
]

const wordsIn = (fields: Fields, path: string): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => wordsFor(field, `${path}.${name}`))

const needed = [
  ...new Set(
    allKinds.flatMap(({ kind, fields }) => [
      `${kind}:one`,
      `${kind}:many`,
      `${kind}:add`,
      ...wordsIn(fields, kind),
    ]),
  ),
]

describe.each(locales)('items in %s', (locale) => {
  const texts: Readonly<Record<string, string>> = catalogues[locale].items

  it('IT10 every kind, field, option and end of a scale has its words', () => {
    expect(needed.filter((key) => !(texts[key] ?? '').trim())).toEqual([])
  })

  it('IT10 no words are the name of their key', () => {
    const nameOf = (key: string) => key.split(/[:.=]/).at(-1)
    expect(needed.filter((key) => texts[key] === key || texts[key] === nameOf(key))).toEqual([])
  })

  it('IT10 no words are left of a kind, field or option that is gone', () => {
    const scales = allKinds.flatMap(({ fields }) => scalesIn(fields))
    const choices = new Set(needed.filter((key) => key.includes('=')).map(groupOf))
    const isOurs = (key: string) =>
      key.includes('=') ? choices.has(groupOf(key)) && !scales.includes(groupOf(key)) : /[:.]/.test(key)
    expect(Object.keys(texts).filter((key) => isOurs(key) && !needed.includes(key))).toEqual([])
  })

  it('IT10 two options of one field read differently, and so do two fields of one kind', () => {
    const groups = Map.groupBy(needed, (key) => key.replace(/[.=][^.=]*$/, key.includes('=') ? '=' : '.'))
    const doubled = [...groups.values()].flatMap((keys) =>
      keys.filter((key, at) => keys.findIndex((other) => texts[other] === texts[key]) !== at),
    )
    expect(doubled).toEqual([])
  })
})

const groupOf = (key: string): string => key.split('=')[0] ?? ''

const scalesIn = (fields: Fields): readonly string[] =>
  Object.values(fields).flatMap((field) => [
    ...(field.is === 'scale' ? [field.name] : []),
    ...('fields' in field ? scalesIn(field.fields) : []),
  ])
