import type { Field, Fields, Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { entriesOf, membersAt, textAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { PlanItems } from '../live/plan-items.ts'

/* What an item is linked to, followed from either end: links are stored on one side only. */

/** Ids of everything its own fields link to. Looked up once of an item as it stands: long lists ask at every change. */
export const linksOf = (item: Item): readonly string[] => {
  const known = links.get(item)
  if (known) return known
  const kind = kinds.get(item.kind)
  const found = kind ? linksIn(kind.fields, item, '') : []
  links.set(item, found)
  return found
}

const links = new WeakMap<Item, readonly string[]>()

const linksIn = (fields: Fields, item: Item, prefix: string): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => linksUnder(field, item, prefix + name))

const linksUnder = (field: Field, item: Item, path: string): readonly string[] => {
  switch (field.is) {
    case 'link': {
      const id = textAt(item, path)
      return id === '' ? [] : [id]
    }
    case 'links':
      return membersAt(item, path)
    case 'group':
      return linksIn(field.fields, item, `${path}/`)
    case 'list':
    case 'table':
      return entriesOf(item, path, field).flatMap((entry) => [
        ...(field.is === 'table'
          ? field.by.flatMap((part, at) => (part.is === 'link' ? [entry.key[at] ?? '-'] : []))
          : []),
        ...linksIn(field.fields, item, `${entry.path}/`),
      ])
    default:
      return []
  }
}

/** Items that say so themselves: their links lead to this one. */
export const linkedFrom = (item: Pick<Item, 'id'>, items: Pick<PlanItems, 'byId'>): readonly PlacedItem[] =>
  [...items.byId.values()].filter((one) => one.id !== item.id && linksOf(one).includes(item.id))

/** What a card shows of others: items its rows and facts link to, and those that join it to others with their ends. */
export const nearOf = (item: Item, items: PlanItems): readonly PlacedItem[] => {
  const kind = kinds.get(item.kind)
  if (!kind) return []
  const linked = linksOf(item).flatMap((id) => items.byId.get(id) ?? [])
  const joins = (kind.card.joined ?? []).flatMap((name) => joinsFrom(kinds.get(name), item, items))
  const ends = joins.flatMap((join) => linksOf(join).flatMap((id) => items.byId.get(id) ?? []))
  return [...linked, ...joins, ...ends.filter(({ id }) => id !== item.id)]
}

const joinsFrom = (kind: Kind | undefined, item: Item, items: PlanItems): readonly PlacedItem[] => {
  const joins = kind?.joins
  if (!kind || !joins) return []
  const all = items.byKind.get(kind.kind) ?? []
  const byEnd = joined.get(all) ?? Map.groupBy(all, (one) => textAt(one, joins.from))
  joined.set(all, byEnd)
  return byEnd.get(item.id) ?? []
}

/** What joins, by the end that it starts from, for as long as the list of them is the same. */
const joined = new WeakMap<readonly PlacedItem[], ReadonlyMap<string, readonly PlacedItem[]>>()
