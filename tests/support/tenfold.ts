import type { Field, Fields, Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Plain } from '../../shared/items/plain.ts'
import type { Json } from '../../shared/json.ts'

/* A plan's file several times over: every thing again under other ids, with its links among its own. */

type Rename = (id: Json) => Json

/** The file with each list of items, and each comment, as many times. What there is one of stays one. */
export const manyTimes = (file: Plain, times: number): Plain => {
  const copies = Array.from({ length: times }, (_, at) => at)
  const renamed =
    (at: number): Rename =>
    (id) =>
      typeof id === 'string' && at > 0 ? `${id}-${at}` : id
  const lists = [...kinds.values()].filter(({ single, file: name }) => !single && Array.isArray(file[name]))
  const items = lists.map((kind): [string, Json] => {
    const all = listOf(file[kind.file])
    return [
      kind.file,
      copies.flatMap((at) => all.map((one) => copyOf(kind, one, renamed(at), at * all.length))),
    ]
  })
  const comments = copies.flatMap((at) => listOf(file['comments']).map((one) => aboutCopy(one, renamed(at))))
  return { ...file, ...Object.fromEntries(items), comments }
}

const copyOf = (kind: Kind, plain: Plain, rename: Rename, before: number): Plain => {
  const derived = new Set(kind.derived?.map(({ name }) => name))
  const copy = within(kind.fields, plain, rename)
  return Object.fromEntries(
    Object.entries(copy).map(([name, json]): [string, Json] => {
      const field = kind.fields[name]
      if (name === 'id') return [name, rename(json)]
      if (derived.has(name)) return [name, Array.isArray(json) ? json.map(rename) : json]
      const isCounted = field?.is === 'number' && field.next && typeof json === 'number'
      return [name, isCounted ? json + before : json]
    }),
  )
}

/** Answers keep their questions: those are the process's, and are there once. */
const aboutCopy = (comment: Plain, rename: Rename): Plain => {
  const { anchor } = comment
  const isOfItem = isPlain(anchor) && kinds.has(String(anchor['type']))
  return {
    ...comment,
    id: rename(comment['id'] ?? null),
    ...(isOfItem && { anchor: { ...anchor, id: rename(anchor['id'] ?? null) } }),
  }
}

const within = (fields: Fields, plain: Plain, rename: Rename): Plain =>
  Object.fromEntries(
    Object.entries(plain).map(([name, json]): [string, Json] => {
      const field = fields[name]
      return [name, field ? relinked(field, json, rename) : json]
    }),
  )

const relinked = (field: Field, json: Json, rename: Rename): Json => {
  switch (field.is) {
    case 'link':
      return kinds.has(field.to) ? rename(json) : json
    case 'links':
      return kinds.has(field.to) && Array.isArray(json) ? json.map(rename) : json
    case 'group':
      return isPlain(json) ? within(field.fields, json, rename) : json
    case 'list':
      return Array.isArray(json)
        ? json.map((one) => (isPlain(one) ? within(field.fields, one, rename) : one))
        : json
    case 'table': {
      const linked = field.by
        .filter((part) => part.is === 'link' && kinds.has(part.to))
        .map(({ name }) => name)
      if (isPlain(json))
        return Object.fromEntries(
          Object.entries(json).map(([key, one]) => [linked.length > 0 ? String(rename(key)) : key, one]),
        )
      if (!Array.isArray(json)) return json
      return json.map((one) => {
        if (!isPlain(one)) return one
        const keys = linked.flatMap((name) => (name in one ? [[name, rename(one[name] ?? null)]] : []))
        return { ...within(field.fields, one, rename), ...Object.fromEntries(keys) }
      })
    }
    default:
      return json
  }
}

const listOf = (json: Json | undefined): readonly Plain[] => (Array.isArray(json) ? json.filter(isPlain) : [])

const isPlain = (json: Json | undefined): json is Plain =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
