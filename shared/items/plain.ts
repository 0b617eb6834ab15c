import { unreachable } from '../assert.ts'
import type { Json } from '../json.ts'
import type { Field, Fields, Kind, Leaf, List, Table, ValueField } from './define.ts'
import type { Item } from './item.ts'
import { entriesOf, isSaid, membersAt } from './item.ts'

/* An item as files, scripts and checks know it: the shape of `domain/types.ts`. Its inverse is `parse.ts`. */

export type Plain = { [name: string]: Json }

/** `id` comes first; what is optional and not said is left out. */
export const plainOf = (kind: Kind, item: Item): Plain => ({
  ...(kind.joins ? {} : { id: item.id }),
  ...fieldsOf(kind.fields, item, ''),
})

const fieldsOf = (fields: Fields, item: Item, prefix: string): Plain =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const path = prefix + name
      if (field.optional && !isSaid(item, path, field)) return []
      return [[name, plainField(field, item, path)]]
    }),
  )

const plainField = (field: Field, item: Item, path: string): Json => {
  switch (field.is) {
    case 'group':
      return field.orNull && !isSaid(item, path, field) ? null : fieldsOf(field.fields, item, `${path}/`)
    case 'choices': {
      const chosen = membersAt(item, path)
      return field.of.values.filter((one) => chosen.includes(one))
    }
    case 'links':
      return [...membersAt(item, path)].sort()
    case 'list':
      return plainList(field, listOf(field, item, path))
    case 'table':
      return field.asRecord ? recordOf(field, item, path) : tableOf(field, item, path)
    case 'opaque': {
      const leaf = item.leaves.get(path)
      return typeof leaf === 'string' ? opaque(leaf) : null
    }
    default:
      return said(item, path) ?? nothing(field)
  }
}

/** Words that are written together stand there before anybody wrote one: then nothing is said. */
const said = (item: Item, path: string): Leaf | undefined => {
  const leaf = item.leaves.get(path)
  return leaf === '' ? undefined : leaf
}

const listOf = (field: List, item: Item, path: string): Plain[] =>
  entriesOf(item, path, field).map((entry) => ({
    ...(field.ids && { id: entry.id }),
    ...fieldsOf(field.fields, item, `${entry.path}/`),
  }))

/** As files know it: see `List.plain`. Entries that a record would lose or put in another order stay a list. */
const plainList = (field: List, entries: readonly Plain[]): Json => {
  const [first = '', second = ''] = Object.keys(field.fields)
  switch (field.plain) {
    case 'values':
      return entries.map((entry) => entry[first] ?? null)
    case 'record': {
      const named = entries.map((entry) => [wordsOf(entry[first]), entry[second] ?? null] as const)
      const record: Plain = Object.fromEntries(named)
      const isWhole = Object.keys(record).join('\n') === named.map(([name]) => name).join('\n')
      return isWhole && !named.some(([name]) => poison.has(name)) ? record : [...entries]
    }
    default:
      return [...entries]
  }
}

const wordsOf = (json: Json | undefined): string => (typeof json === 'string' ? json : '')

const tableOf = (field: Table, item: Item, path: string): Json[] =>
  entriesOf(item, path, field).map((entry) => ({
    ...Object.fromEntries(
      field.by.flatMap((part, at): [string, Json][] => {
        const said = entry.key[at] ?? '-'
        return said === '-' ? [] : [[part.name, part.is === 'year' ? Number(said) : said]]
      }),
    ),
    ...fieldsOf(field.fields, item, `${entry.path}/`),
  }))

const recordOf = (field: Table, item: Item, path: string): Plain => {
  const [value = ''] = Object.keys(field.fields)
  return Object.fromEntries(
    entriesOf(item, path, field).map(({ id, path: at }) => [id, item.leaves.get(`${at}/${value}`) ?? null]),
  )
}

/** How files write that nothing was said. */
const nothing = (field: Exclude<ValueField, { is: 'opaque' }>): Json => {
  switch (field.is) {
    case 'line':
    case 'text':
    case 'link':
      return field.orNull ? null : ''
    case 'day':
      return ''
    case 'flag':
      return false
    case 'number':
    case 'year':
    case 'scale':
    case 'choice':
      return null
    default:
      return unreachable(field)
  }
}

/** What could be written into no file is nothing: it would take the whole plan with it. */
const opaque = (leaf: string): Json => {
  // reason: it came as a text; whether it is JSON nobody has asked yet.
  try {
    // Parsed here for the first time, and handed on as what it is.
    const json = JSON.parse(leaf) as Json
    return isSound(json, 0) ? json : null
  } catch {
    return null
  }
}

const deepest = 50

/** Names that stand for an object's own machinery: no file may hold them. */
const poison: ReadonlySet<string> = new Set(['__proto__', 'prototype'])

/** No deeper than files may be, and without names that stand for an object's own machinery. */
const isSound = (json: Json, depth: number): boolean => {
  if (typeof json === 'string') return json.isWellFormed()
  if (typeof json !== 'object' || json === null) return true
  return (
    depth < deepest &&
    Object.entries(json).every(
      ([name, one]) => !poison.has(name) && name.isWellFormed() && isSound(one, depth + 1),
    )
  )
}
