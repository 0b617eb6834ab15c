import type { Kind, Leaf } from '../../shared/items/define.ts'
import { membersAt, textAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { languageTag } from '../../shared/locale.ts'
import type { Telling } from '../items/said.ts'
import { linked } from '../items/said.ts'
import type { Column } from './columns.ts'
import { cellWords, isNumeric } from './columns.ts'
import { folded } from './fold.ts'
import type { TableState } from './state.ts'

/* Which items a table shows, and in what order. */

export interface Shown {
  readonly kind: Kind
  readonly columns: readonly Column[]
  readonly telling: Telling
  /** Whether the checks find anything of it. */
  readonly isFound: (id: string) => boolean
  /** Shown whatever is asked for: somebody writes in it. */
  readonly keep: string | null
}

export const rowsOf = (
  items: readonly PlacedItem[],
  state: TableState,
  all: readonly Column[],
  shown: Shown,
): readonly PlacedItem[] => {
  const words = folded(state.words).split(/\s+/).filter(Boolean)
  const kept = items.filter((item) => item.id === shown.keep || fitsState(item, state, words, all, shown))
  const by = state.sort && all.find(({ path }) => path === state.sort?.path)
  return by && state.sort ? sorted(kept, by, state.sort.isDown, shown) : kept
}

const fitsState = (
  item: PlacedItem,
  { step, isFound, only }: TableState,
  words: readonly string[],
  all: readonly Column[],
  shown: Shown,
): boolean => {
  if (step !== null && item.stepId !== step) return false
  if (isFound && !shown.isFound(item.id)) return false
  for (const [path, value] of only) {
    const column = all.find((one) => one.path === path)
    if (column && !valuesAt(item, column).includes(value)) return false
  }
  if (words.length === 0) return true
  const said = folded(
    shown.columns.map((column) => cellWords(item, shown.kind, column, shown.telling)).join('\n'),
  )
  return words.every((word) => said.includes(word))
}

/** What of a column can be asked for: '' stands for nothing said. */
export const valuesAt = (item: PlacedItem, { path, field }: Column): readonly string[] => {
  if (field.is !== 'choices' && field.is !== 'links') return [textAt(item, path)]
  const members = membersAt(item, path)
  return members.length === 0 ? [''] : members
}

const asked: ReadonlySet<string> = new Set(['choice', 'choices', 'scale', 'flag', 'link', 'links'])

/** The values a column may be asked for, with their words; none where there is nothing to choose. */
export const optionsOf = (
  items: readonly PlacedItem[],
  column: Column,
  telling: Telling,
): readonly { readonly value: string; readonly label: string }[] => {
  if (!asked.has(column.field.is)) return []
  const values = new Set(items.flatMap((item) => valuesAt(item, column)))
  const order = column.field.is === 'choice' || column.field.is === 'choices' ? column.field.of.values : null
  const options = [...values].map((value) => ({ value, label: wordsFor(column, value, telling) }))
  const collator = collatorOf(telling)
  return options.sort((one, two) =>
    order ? order.indexOf(one.value) - order.indexOf(two.value) : collator.compare(one.label, two.label),
  )
}

const wordsFor = ({ field }: Column, value: string, telling: Telling): string => {
  const { t } = telling
  if (field.is === 'flag') return t(value === '' ? 'no' : 'yes')
  if (value === '') return t('notSaid')
  if (field.is === 'choice' || field.is === 'choices') return t(`${field.of.name}=${value}`)
  return field.is === 'scale' ? value : linked(value, telling) || t('unknownLink')
}

const collatorOf = ({ locale }: Pick<Telling, 'locale'>) =>
  new Intl.Collator(languageTag[locale], { numeric: true, sensitivity: 'base' })

/** What says nothing stands last, either way. */
const sorted = (
  items: readonly PlacedItem[],
  column: Column,
  isDown: boolean,
  { kind, telling }: Shown,
): readonly PlacedItem[] => {
  const collator = collatorOf(telling)
  const isByValue = isNumeric(column) || column.field.is === 'scale' || column.field.is === 'day'
  const keyed = items.map((item): readonly [PlacedItem, Leaf] => [
    item,
    isByValue ? (item.leaves.get(column.path) ?? '') : cellWords(item, kind, column, telling),
  ])
  const way = isDown ? -1 : 1
  return keyed
    .sort(([, one], [, two]) => {
      if (one === '' || two === '') return one === two ? 0 : one === '' ? 1 : -1
      if (typeof one === 'number' && typeof two === 'number') return way * (one - two)
      return way * collator.compare(String(one), String(two))
    })
    .map(([item]) => item)
}
