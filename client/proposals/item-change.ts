import type { Change } from '../../shared/board/proposals.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Leaf } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import { spotAt } from '../../shared/items/leaves.ts'
import type { Json } from '../../shared/json.ts'
import { leafWords } from '../items/leaf.ts'
import type { Telling } from '../items/said.ts'
import { wordsOf } from './words.ts'

/* A change of an item: of the whole, with all its leaves, or of one leaf. */

export interface ItemPlace {
  readonly kind: string
  readonly id: string
  /** '' for the whole. */
  readonly path: string
}

/** Which item it is of; null when it is of none, or of a kind nobody knows. */
export const itemPlace = ({ target, path }: Pick<Change, 'target' | 'path'>): ItemPlace | null => {
  const [kind = '', id = '', ...rest] = path.split('/')
  const isWhole = target === 'item' && rest.length === 0
  const isLeaf = target === 'field' && rest.length > 0
  return kinds.has(kind) && (isWhole || isLeaf) ? { kind, id, path: rest.join('/') } : null
}

/** As much of the item as one side of the change says; what does not fit its kind is left out. */
export const itemIn = ({ kind, id, path }: ItemPlace, value: Json): Item => ({
  kind,
  id,
  order: '',
  deleted: null,
  leaves: new Map(leavesIn(path, value).filter(([at, leaf]) => isFitting(kind, at, leaf))),
})

/** One side of the change in words: the value of its leaf, or a line for each leaf that says something. */
export const wordsOfSide = (place: ItemPlace, value: Json, telling: Telling): string => {
  const item = itemIn(place, value)
  return leavesIn(place.path, value)
    .filter(([path]) => !isOfPlace(path))
    .map(([path, leaf]) => {
      // Nobody has words for it; what somebody wrote is shown all the same.
      if (!item.leaves.has(path)) return wordsOf(leaf)
      const { name, value: words } = leafWords(item, path, telling)
      return place.path !== '' || words === '' ? words : `${name}: ${words}`
    })
    .filter((words) => words !== '')
    .join('\n')
}

/** Whether the leaf only says where something stands among others. */
export const isOfPlace = (path: string): boolean => path === 'order' || path.endsWith('/order')

const leavesIn = (path: string, value: Json): readonly (readonly [path: string, leaf: Leaf])[] => {
  if (value === null) return []
  if (typeof value !== 'object') return [[path, value]]
  return Object.entries(value).map(([at, leaf]) => [at, isLeaf(leaf) ? leaf : wordsOf(leaf)])
}

const isLeaf = (value: Json): value is Leaf => value === null || typeof value !== 'object'

const isFitting = (kind: string, path: string, leaf: Leaf): boolean => {
  const fields = kinds.get(kind)?.fields
  const spot = fields && spotAt(fields, path)
  return spot?.is === 'words' ? typeof leaf === 'string' : spot?.fits(leaf) === true
}
