import type { Amount, Leaf, Options, Table } from '../../shared/items/define.ts'
import { fits, years as possible } from '../../shared/items/leaves.ts'
import type { Locale } from '../../shared/locale.ts'
import type { Problem } from '../items/typed.ts'
import { folded } from './fold.ts'
import { looseNumber } from './value.ts'

/* What stands over and before the values of a block that was pasted over a grid, and what the values mean. */

export const yearIn = (cell: string): string | null => {
  const [, year = ''] = /^(?:år\s*|year\s*)?(\d{4})(?:[.,]0+)?$/i.exec(cell.trim()) ?? []
  return year !== '' && Number(year) >= possible.from && Number(year) <= possible.to ? year : null
}

/** What women, men and all are called in our three languages and in the statistics of their countries. */
const genders: Readonly<Record<string, readonly string[]>> = {
  K: [
    'k',
    'kvinnor',
    'kvinna',
    'kvinner',
    'kvinne',
    'women',
    'woman',
    'female',
    'females',
    'f',
    'w',
    'flickor',
    'jenter',
    'girls',
  ],
  M: ['m', 'man', 'men', 'menn', 'mann', 'male', 'males', 'pojkar', 'gutter', 'boys'],
  T: [
    't',
    'totalt',
    'total',
    'alla',
    'alle',
    'all',
    'samtliga',
    'bada konen',
    'begge kjonn',
    'both sexes',
    'i alt',
    'sum',
    'kvinnor och man',
    'everyone',
  ],
}

export const optionIn = (cell: string, { values }: Options): string | null => {
  const word = folded(cell.trim())
  return values.find((value) => genders[value]?.includes(word) ?? folded(value) === word) ?? null
}

/** Signs of official statistics for values that are not there. */
const signs: Readonly<Record<string, string>> = {
  '..': 'missing',
  '-': 'missing',
  '–': 'missing',
  '.': 'notApplicable',
  ':': 'suppressed',
}

/** Whether it may stand among values: a number, a sign for one that is not there, or nothing. */
export const isValue = (cell: string, locale: Locale): boolean =>
  cell === '' || signs[cell] !== undefined || looseNumber(cell, locale) !== null

export type ValueFit =
  /** By their paths within the table. */
  | { readonly is: 'fits'; readonly leaves: Readonly<Record<string, Leaf>> }
  | { readonly is: 'wrong'; readonly because: Problem }

/** What a text means as the value of the entry that stands under this key of the table. */
export const fitValue = (
  key: string,
  text: string,
  { field, locale }: { readonly field: Table; readonly locale: Locale },
): ValueFit => {
  const [[name = '', value] = [], [second = '', status] = []] = Object.entries(field.fields)
  const sign = signs[text.trim()]
  const wrong = (why: string): ValueFit => ({ is: 'wrong', because: { key: why } })
  if (value?.is !== 'number') return wrong('notInTable')
  if (sign !== undefined) {
    if (value.orNull !== true || status?.is !== 'choice') return wrong('notNumber')
    return { is: 'fits', leaves: { [`${key}/${name}`]: null, [`${key}/${second}`]: sign } }
  }
  const number = looseNumber(text, locale)
  if (number === null || !fits(value satisfies Amount, number)) return wrong('notNumber')
  // What was said of another value is not said of this one.
  return { is: 'fits', leaves: { [`${key}/${name}`]: number, ...(status && { [`${key}/${second}`]: '' }) } }
}
