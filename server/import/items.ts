import * as z from 'zod/mini'
import type { Field, Fields, Kind } from '../../shared/items/define.ts'
import { parseItem } from '../../shared/items/parse.ts'
import type { Plain } from '../../shared/items/plain.ts'
import type { Json } from '../../shared/json.ts'
import type { NewItem } from '../../shared/step/items.ts'
import type { Reading } from './reading.ts'

/* Items of a file, whatever their kind. */

/** Who a person of the file is on the board. */
export type PeopleById = ReadonlyMap<string, string>

export type PlainItem = z.infer<typeof PlainItem>
const PlainItem = z.record(z.string(), z.unknown())

/** `place`: where it stands in the file. */
export const readItem = (
  kind: Kind,
  json: unknown,
  given: { readonly place: string; readonly order: string; readonly people: PeopleById },
  reading: Reading,
): NewItem | null => {
  const { place, order, people } = given
  const plain = reading.read(PlainItem, json, place)
  if (!plain) return null
  let entries = 0
  // What stands in a file is JSON.
  const item = parseItem(kind, relinked(kind.fields, plain as Plain, people), () => `e${++entries}`)
  for (const problem of item.problems) reading.fail(`${place}.${problem}`, 'wrong')
  for (const unknown of item.unknown) reading.leaveOut(`${place}.${unknown}`, 'unknown')
  return { kind: kind.kind, id: item.id, order, leaves: item.leaves }
}

/** Links to people lead to who they are here. */
const relinked = (fields: Fields, plain: Plain, people: PeopleById): Plain =>
  Object.fromEntries(
    Object.entries(plain).map(([name, json]) => [
      name,
      Object.hasOwn(fields, name) ? relink(fields[name], json, people) : json,
    ]),
  )

const relink = (field: Field | undefined, json: Json, people: PeopleById): Json => {
  const person = (one: Json): Json => (typeof one === 'string' ? (people.get(one) ?? one) : one)
  switch (field?.is) {
    case 'link':
      return field.to === 'member' ? person(json) : json
    case 'links':
      return field.to === 'member' && Array.isArray(json) ? json.map(person) : json
    case 'group':
      return isPlain(json) ? relinked(field.fields, json, people) : json
    case 'list':
    case 'table':
      return Array.isArray(json)
        ? json.map((one) => (isPlain(one) ? relinked(field.fields, one, people) : one))
        : json
    default:
      return json
  }
}

const isPlain = (json: Json): json is Plain =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
