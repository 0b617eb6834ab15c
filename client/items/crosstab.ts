import type { Options, Table } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import { entriesOf } from '../../shared/items/item.ts'

/* A table by year, a word and a choice as rows and columns: age groups of women and men, year by year. */

export interface Crosstab {
  readonly years: readonly string[]
  /** In the order of the numbers they begin with: `0-5` before `16-19` before `80+`. */
  readonly words: readonly string[]
  readonly options: Options
  /** Where a value stands. */
  readonly pathOf: (year: string, word: string, option: string) => string
}

/** Null where the table is by something else. */
export const crosstabOf = (item: Item, path: string, field: Table): Crosstab | null => {
  const [year, word, choice, ...more] = field.by
  if (year?.is !== 'year' || word?.is !== 'word' || choice?.is !== 'choice' || more.length > 0) return null
  const [value = ''] = Object.keys(field.fields)
  const keys = entriesOf(item, path, field).map(({ key }) => key)
  return {
    years: [...new Set(keys.map(([one = '']) => one))].sort(),
    words: inOrder(keys.map(([, one = '']) => one)),
    options: choice.of,
    pathOf: (...key) => `${path}/${key.join('/')}/${value}`,
  }
}

const order = new Intl.Collator('en', { numeric: true })

export const inOrder = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].sort(order.compare)

/** Everybody of a year: what is said of all, else women and men together. */
export const totalIn = (item: Item, { words, options, pathOf }: Crosstab, year: string): number | null => {
  const all = options.values.at(-1) ?? ''
  const numbers = words.flatMap((word) => {
    const said = item.leaves.get(pathOf(year, word, all))
    if (typeof said === 'number') return [said]
    return options.values.slice(0, -1).flatMap((one) => {
      const part = item.leaves.get(pathOf(year, word, one))
      return typeof part === 'number' ? [part] : []
    })
  })
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0)
}
