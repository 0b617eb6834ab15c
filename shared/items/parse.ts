import type { Json } from '../json.ts'
import type { Field, Fields, KeyPart, Kind, Leaf, List, Table, ValueField } from './define.ts'
import { keyPath } from './item.ts'
import { fits, itemIdPattern, spotAt } from './leaves.ts'
import { ordersFor } from './order.ts'
import type { Plain } from './plain.ts'

/*
 * A file's object made into the leaves of an item: the inverse of `plain.ts`. What does not fit is named with its
 * place, and so is what the kind has no field for.
 */

export interface Parsed {
  readonly id: string
  readonly leaves: ReadonlyMap<string, Leaf>
  /** Places whose values do not fit: `targets[0].year`. */
  readonly problems: readonly string[]
  /** Places that the kind has no field for. */
  readonly unknown: readonly string[]
}

interface Found {
  readonly fields: Fields
  readonly leaves: Map<string, Leaf>
  readonly problems: string[]
  readonly unknown: string[]
  readonly freshId: () => string
}

/** `freshId` names the entries that files do not name. */
export const parseItem = (kind: Kind, plain: Plain, freshId: () => string): Parsed => {
  const found: Found = { fields: kind.fields, leaves: new Map(), problems: [], unknown: [], freshId }
  const { joins } = kind
  const id = joins ? `${named(plain[joins.from])}:${named(plain[joins.to])}` : plain['id']
  const derived = new Set(kind.derived?.map(({ name }) => name))
  const given = Object.entries(plain).filter(([name]) => (joins || name !== 'id') && !derived.has(name))
  readFields(kind.fields, Object.fromEntries(given), '', '', found)
  const isId = typeof id === 'string' && itemIdPattern.test(id)
  if (!isId) found.problems.push('id')
  return { id: isId ? id : '', leaves: found.leaves, problems: found.problems, unknown: found.unknown }
}

const readFields = (fields: Fields, plain: Plain, path: string, place: string, found: Found): void => {
  for (const [name, json] of Object.entries(plain)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const at = place === '' ? name : `${place}.${name}`
    if (!field) found.unknown.push(at)
    else if (!isNothing(json)) readField(field, json, path + name, at, found)
  }
}

/** What files write where nothing was said is no leaf. */
const isNothing = (json: Json): boolean => json === null || json === '' || json === false

const readField = (field: Field, json: Json, path: string, place: string, found: Found): void => {
  switch (field.is) {
    case 'group':
      if (isPlain(json)) readFields(field.fields, json, `${path}/`, place, found)
      else found.problems.push(place)
      return
    case 'choices':
    case 'links':
      for (const [at, one] of listAt(json, place, found).entries())
        keep(`${path}/${named(one)}`, `${place}[${at}]`, true, found)
      return
    case 'list':
      return readList(field, json, path, place, found)
    case 'table':
      return readTable(field, json, path, place, found)
    case 'opaque':
      return keepValue(field, path, place, JSON.stringify(json), found)
    default:
      return keepValue(field, path, place, json, found)
  }
}

const readList = (field: List, json: Json, path: string, place: string, found: Found): void => {
  const entries = listAt(objectsIn(field, json), place, found)
  const orders = ordersFor(entries.length)
  for (const [at, one] of entries.entries()) {
    if (!isPlain(one)) {
      found.problems.push(`${place}[${at}]`)
      continue
    }
    const { id: said, ...rest } = one
    const id = entryId(field.ids ? said : undefined, path, found)
    found.leaves.set(`${path}/${id}/order`, orders[at] ?? '')
    readFields(field.fields, field.ids ? rest : one, `${path}/${id}/`, `${place}[${at}]`, found)
  }
}

/** Each entry as an object, in whichever way files write the list: see `List.plain`. */
const objectsIn = (field: List, json: Json): Json => {
  const [first = '', second = ''] = Object.keys(field.fields)
  switch (field.plain) {
    case 'values':
      return Array.isArray(json) ? json.map((one) => ({ [first]: one })) : json
    case 'record':
      return isPlain(json)
        ? Object.entries(json).map(([name, one]) => ({ [first]: name, [second]: one }))
        : json
    default:
      return json
  }
}

/** Its own when that is one and still free. */
const entryId = (said: Json | undefined, path: string, { leaves, freshId }: Found): string => {
  const isTaken = (id: string) => leaves.has(`${path}/${id}/order`)
  if (typeof said === 'string' && itemIdPattern.test(said) && !isTaken(said)) return said
  for (;;) {
    const id = freshId()
    if (!isTaken(id)) return id
  }
}

const readTable = (field: Table, json: Json, path: string, place: string, found: Found): void => {
  const [first = ''] = Object.keys(field.fields)
  for (const [at, one] of listAt(entriesIn(field, json), place, found).entries()) {
    const where = `${place}[${at}]`
    const key = isPlain(one) ? field.by.map((part) => keyOf(part, one)) : []
    const entry = `${path}/${keyPath(key)}`
    const sign = entry + (field.mark ? '' : `/${first}`)
    if (!isPlain(one) || spotAt(found.fields, sign) === null || found.leaves.has(sign)) {
      found.problems.push(where)
      continue
    }
    const parts = new Set(field.by.map(({ name }) => name))
    const rest = Object.fromEntries(Object.entries(one).filter(([name]) => !parts.has(name)))
    if (field.mark) found.leaves.set(entry, true)
    // Known to be missing is said by a null.
    else if (rest[first] === null) keep(`${entry}/${first}`, where, null, found)
    readFields(field.fields, rest, `${entry}/`, where, found)
  }
}

/** A table of one key and one value may stand in files as one object: `{"s1": "R"}`. */
const entriesIn = (field: Table, json: Json): Json => {
  const [part, ...parts] = field.by
  const [value, ...values] = Object.keys(field.fields)
  if (!isPlain(json) || !part || !value || parts.length + values.length > 0) return json
  return Object.entries(json).map(([key, one]) => ({ [part.name]: key, [value]: one }))
}

const keyOf = (part: KeyPart, entry: Plain): string => {
  const said = entry[part.name]
  return typeof said === 'string' || typeof said === 'number' ? String(said) : ''
}

const keepValue = (field: ValueField, path: string, place: string, json: unknown, found: Found): void => {
  if (fits(field, json)) found.leaves.set(path, json)
  else found.problems.push(place)
}

/** Under a set or a table, whose paths themselves may be wrong. */
const keep = (path: string, place: string, leaf: Leaf, found: Found): void => {
  const spot = spotAt(found.fields, path)
  if (spot?.is === 'value' && spot.fits(leaf)) found.leaves.set(path, leaf)
  else found.problems.push(place)
}

const listAt = (json: Json, place: string, found: Found): readonly Json[] => {
  if (Array.isArray(json)) return json
  found.problems.push(place)
  return []
}

/** A part of a path; what is no name leads nowhere. */
const named = (json: Json | undefined): string => (typeof json === 'string' ? json : '')

const isPlain = (json: Json): json is Plain =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
