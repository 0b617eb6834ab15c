import type { Field, Fields, KeyPart, Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { spotAt } from '../../shared/items/leaves.ts'
import type { Telling } from './said.ts'
import { fieldKey, linked, sayField } from './said.ts'

/* A single leaf of an item in words: what a proposal, which goes leaf by leaf, would change. */

export interface LeafWords {
  /** What it is called: "Values 2027, women". */
  readonly name: string
  /** What it says; '' where it only keeps a place. */
  readonly value: string
}

const nothing: LeafWords = { name: '', value: '' }

/** Nothing of a path that leads nowhere. */
export const leafWords = (item: Item, path: string, telling: Telling): LeafWords => {
  const kind = kinds.get(item.kind)
  return kind && spotAt(kind.fields, path)
    ? within(kind.fields, path.split('/'), { item, path, kind, telling, name: '' })
    : nothing
}

/** How the leaf was come to. */
interface Way {
  readonly item: Item
  readonly path: string
  readonly kind: Kind
  readonly telling: Telling
  /** Names of fields, without ids and keys of entries. */
  readonly name: string
}

const within = (fields: Fields, [own = '', ...rest]: readonly string[], way: Way): LeafWords => {
  const field = Object.hasOwn(fields, own) ? fields[own] : undefined
  if (!field || field.hidden) return nothing
  return below(field, rest, { ...way, name: way.name === '' ? own : `${way.name}/${own}` })
}

const below = (field: Field, rest: readonly string[], way: Way): LeafWords => {
  const { item, path, kind, telling } = way
  const name = telling.t(fieldKey(kind.kind, way.name))
  const [first = '', ...further] = rest
  switch (field.is) {
    case 'group':
      return within(field.fields, rest, way)
    case 'choices':
      return { name, value: telling.t(`${field.of.name}=${first}`) }
    case 'links':
      return { name, value: linked(first, telling) || telling.t('unknownLink') }
    case 'list':
      return further.join() === 'order' ? { name, value: '' } : within(field.fields, further, way)
    case 'table': {
      const of = field.by.flatMap((part, at) => keyWords(part, rest[at] ?? '', telling)).join(', ')
      const inner = rest.slice(field.by.length)
      if (inner.length === 0) return { name, value: of }
      return { name: `${name} ${of}`, value: within(field.fields, inner, way).value }
    }
    default:
      return { name, value: sayField(item, path, field, kind, telling) }
  }
}

/** Nothing for whoever is not told apart. */
const keyWords = (part: KeyPart, key: string, telling: Telling): readonly string[] => {
  if (key === '-') return []
  if (part.is === 'choice') return [telling.t(`${part.of.name}=${key}`)]
  return [part.is === 'link' ? linked(key, telling) || telling.t('unknownLink') : key]
}
