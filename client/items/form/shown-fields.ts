import type { Field, Fields, Kind } from '../../../shared/items/define.ts'
import { kinds } from '../../../shared/items/index.ts'
import type { ItemTranslate } from '../../hooks/useItemText.ts'
import { optionsOf } from './options.ts'

/** What people and units are called in links: neither is an item. */
const others: ReadonlySet<string> = new Set(['unit', 'member'])

/** Fields a form has a place for: not what only files speak of, nor links to what this plan has no items of. */
export const shownFields = (fields: Fields): readonly (readonly [name: string, field: Field])[] =>
  Object.entries(fields).filter(([, field]) => isShown(field))

/** In the order of a form: what has a heading of its own comes last, so that nothing else stands under it. */
export const formFields = (fields: Fields): ReturnType<typeof shownFields> => {
  const shown = shownFields(fields)
  const isGroup = ([, { is }]: (typeof shown)[number]) => is === 'group'
  return [...shown.filter((one) => !isGroup(one)), ...shown.filter(isGroup)]
}

const isShown = (field: Field): boolean => {
  if (field.hidden) return false
  switch (field.is) {
    case 'opaque':
      return false
    case 'link':
    case 'links':
      return kinds.has(field.to) || others.has(field.to)
    case 'group':
      return shownFields(field.fields).length > 0
    default:
      return true
  }
}

/** So many letters are read in a field that stands beside another. */
const longest = 21

/** Whether the field is narrow enough to stand beside another, and what can be chosen in it is not cut off there. */
export const isNarrow = (field: Field, t: ItemTranslate): boolean => {
  switch (field.is) {
    case 'number':
    case 'year':
    case 'day':
    case 'flag':
      return true
    case 'scale':
    case 'choice':
      return optionsOf(field, t).every(({ label }) => label.length <= longest)
    case 'line':
      return (field.longest ?? 300) <= 40
    default:
      return false
  }
}

/** The two that a pair joins are its name: to choose another is to make another. */
export const isPartOfName = (kind: Kind, path: string): boolean =>
  kind.joins !== undefined && (path === kind.joins.from || path === kind.joins.to)
