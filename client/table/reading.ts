import type { Field, Leaf } from '../../shared/items/define.ts'
import { languageTag } from '../../shared/locale.ts'
import { day } from '../hooks/day.ts'
import type { Telling } from '../items/said.ts'
import { linked, numeral } from '../items/said.ts'
import type { Problem } from '../items/typed.ts'
import { folded } from './fold.ts'
import type { DayOrder, Fit } from './value.ts'
import { dayOrderIn } from './value.ts'

/* A pasted text as it is shown before it is written: in the words of what it was read as. */

export type Reading =
  { readonly is: 'fits'; readonly words: string } | { readonly is: 'wrong'; readonly because: Problem }

/** What a text is read as in a place, by the place's key. */
export type Read = (key: string, text: string, order: DayOrder) => Reading

/** Reads a text anew only where it has changed: a block may have thousands, and one of them is put right at a time. */
export const readOnce = (read: Read): Read => {
  const known = new Map<
    string,
    { readonly text: string; readonly order: DayOrder; readonly reading: Reading }
  >()
  return (key, text, order) => {
    const before = known.get(key)
    if (before?.text === text && before.order === order) return before.reading
    const reading = read(key, text, order)
    known.set(key, { text, order, reading })
    return reading
  }
}

export const readingOf = (field: Field, fit: Fit, telling: Telling): Reading => {
  switch (fit.is) {
    case 'wrong':
      return fit
    case 'nothing':
      return { is: 'fits', words: '' }
    case 'fits':
      return { is: 'fits', words: inWords(field, fit.leaf, telling) }
    case 'members': {
      const names = fit.members.map((one) => inWords(field, one, telling))
      return {
        is: 'fits',
        words: new Intl.ListFormat(languageTag[telling.locale], { type: 'unit' }).format(names),
      }
    }
  }
}

const inWords = (field: Field, leaf: Leaf, telling: Telling): string => {
  const { t, locale } = telling
  const text = String(leaf ?? '')
  switch (field.is) {
    case 'number':
      return typeof leaf === 'number' ? numeral(leaf, locale) : text
    case 'day':
      return day(text).toLocaleDateString(languageTag[locale], { dateStyle: 'medium' })
    case 'flag':
      return t(leaf === true ? 'yes' : 'no')
    case 'choice':
    case 'choices':
      return t(`${field.of.name}=${text}`)
    case 'scale':
      return `${text} – ${t(`${field.name}=${text}`)}`
    case 'link':
    case 'links':
      return linked(text, telling)
    default:
      return text
  }
}

/** Whether what is written looks other than what was pasted, but for case and spaces. */
export const isOther = (text: string, words: string): boolean => plain(text) !== plain(words)

const plain = (text: string): string => folded(text).replaceAll(/\s+/g, '').replace(/^−/, '-')

/** How the days of a block are meant, as far as those tell that can be read in one way only. */
export const dayOrderOf = (texts: readonly string[]): DayOrder => {
  const orders = new Set(texts.map(dayOrderIn))
  return orders.has('month') && !orders.has('day') ? 'month' : 'day'
}
