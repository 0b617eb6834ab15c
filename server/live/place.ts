import * as Y from 'yjs'
import type { Root } from '../../shared/step/doc.ts'
import { nodeRules, topRule } from '../../shared/step/richtext.ts'
import type { Holder } from './content.ts'
import { goneProblem, problemIn } from './content.ts'
import type { Neighbourhood } from './order.ts'
import { isOrdered } from './order.ts'
import type { OpenedUpdate } from './update.ts'
import { clockOf, endOf, storedAt, within } from './update.ts'

/*
 * Where an update's items would stand, and whether what they are may stand there. Yjs tells the parent of an item
 * only when it has no neighbour, so places are worked out from neighbours; `gone` is inside something deleted, where
 * Yjs keeps nothing but the ids.
 */

type Place =
  | { readonly is: 'in'; readonly holder: Holder; readonly key: string | null }
  | { readonly is: 'gone' }
  | Wrong

interface Wrong {
  readonly is: 'wrong'
  readonly why: string
}

const gone = { is: 'gone' } as const
const wrong = (why: string): Wrong => ({ is: 'wrong', why })

/** Works through one update, whose structs are given to `whyNot` in the order in which they refer to each other. */
export class Places {
  readonly #doc: Y.Doc
  readonly #layout: ReadonlyMap<string, Root>
  readonly #update: OpenedUpdate
  readonly #around: Neighbourhood = {
    find: (id) => this.#itemAt(id),
    isStored: (id) => id.clock < clockOf(this.#doc, id.client),
    patience: 200_000,
  }
  readonly #places = new Map<Y.Item, Place>()
  readonly #roots = new Map<string, Holder | Wrong>()
  readonly #types = new Map<Y.AbstractType<unknown>, Holder | Wrong>()

  constructor(doc: Y.Doc, layout: ReadonlyMap<string, Root>, update: OpenedUpdate) {
    this.#doc = doc
    this.#layout = layout
    this.#update = update
  }

  /** Why this item may not stand where it wants to, or null. */
  whyNot(item: Y.Item): string | null {
    const parent: unknown = item.parent
    // Yjs makes every root that an update names, also for what it knows already.
    if (typeof parent === 'string' && !this.#layout.has(parent)) return 'unknown root'
    const clock = clockOf(this.#doc, item.id.client)
    if (endOf(item) <= clock) return null
    const place = this.#placeOf(item)
    this.#places.set(item, place)
    if (place.is === 'wrong') return place.why
    if (item.id.clock < clock && !isSame(place, this.#placeAt(Y.createID(item.id.client, clock - 1))))
      return 'moved'
    if (place.is === 'gone') return goneProblem(item.content)
    const left = item.id.clock < clock ? Y.createID(item.id.client, clock - 1) : item.origin
    // Undo in Yjs puts a block back with neighbours out of order, where nobody else has written yet.
    if (!place.holder.isNew && !isOrdered(left, item.rightOrigin, this.#around))
      return 'neighbours out of order'
    return problemIn(place.holder, place.key, item.content, this.#layout)
  }

  #placeOf({ origin, rightOrigin, parent, parentSub }: Y.Item): Place {
    const named: unknown = parent
    if (typeof named === 'string') return inside(this.#root(named), parentSub)
    if (named instanceof Y.ID) return inside(this.#holderAt(named), parentSub)
    const left = origin && this.#placeAt(origin)
    const right = rightOrigin && this.#placeAt(rightOrigin)
    if (left && right && !isSame(left, right)) return wrong('neighbours in different places')
    return left ?? right ?? wrong('no place')
  }

  #placeAt(id: Y.ID): Place {
    const item = this.#itemAt(id)
    if (!(item instanceof Y.Item)) return gone
    const known = this.#places.get(item)
    if (known) return known
    const { parent } = item
    return parent instanceof Y.AbstractType ? inside(this.#holder(parent), item.parentSub) : gone
  }

  #itemAt(id: Y.ID) {
    return id.clock < clockOf(this.#doc, id.client) ? storedAt(this.#doc, id) : within(this.#update, id)
  }

  #holderAt(id: Y.ID): Holder | typeof gone | Wrong {
    const item = this.#itemAt(id)
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return gone
    if (!(item.content instanceof Y.ContentType)) return wrong('inside what holds nothing')
    const place = this.#placeAt(item.id)
    return place.is === 'gone' ? gone : this.#holder(item.content.type, place)
  }

  #root(name: string): Holder | Wrong {
    const known = this.#roots.get(name)
    if (known) return known
    const root = this.#layout.get(name)
    const made = root ? rootHolder(root) : wrong('unknown root')
    this.#roots.set(name, made)
    return made
  }

  #holder(type: Y.AbstractType<unknown>, place?: Place): Holder | Wrong {
    if (!type._item && !place) return this.#root(Y.findRootTypeKey(type))
    const known = this.#types.get(type)
    if (known) return known
    const around = place ?? (type._item ? this.#placeAt(type._item.id) : gone)
    const made = around.is === 'in' ? typeHolder(type, around.holder) : wrong('no place')
    this.#types.set(type, made)
    return made
  }
}

const rootHolder = (root: Root): Holder => ({
  holds: root.is === 'text' ? { is: 'nodes', rule: topRule } : root,
  depth: 0,
  isNew: false,
})

const typeHolder = (type: Y.AbstractType<unknown>, around: Holder): Holder | Wrong => {
  const depth = around.depth + 1
  const isNew = type._item === null
  const { holds } = around
  if (holds.is === 'items') return { holds: { ...holds, is: 'item' }, depth, isNew }
  if (holds.is === 'item') return { holds: { is: 'words' }, depth, isNew }
  if (type instanceof Y.XmlText) return { holds: { is: 'text' }, depth, isNew }
  const rule = type instanceof Y.XmlElement ? nodeRules.get(type.nodeName) : undefined
  return rule ? { holds: { is: 'nodes', rule }, depth, isNew } : wrong('unknown node')
}

const inside = (holder: Holder | typeof gone | Wrong, key: string | null): Place =>
  'is' in holder ? holder : { is: 'in', holder, key }

const isSame = (a: Place, b: Place): boolean =>
  a.is === 'in' ? b.is === 'in' && a.holder === b.holder && a.key === b.key : a.is === b.is
