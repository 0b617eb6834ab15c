import type { Amount, Choice, Field, Leaf, Scale } from '../../shared/items/define.ts'
import { fits } from '../../shared/items/leaves.ts'
import { textAt } from '../../shared/items/item.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Locale } from '../../shared/locale.ts'
import type { Telling } from '../items/said.ts'
import { titleOf } from '../items/said.ts'
import type { Problem } from '../items/typed.ts'
import { parseTyped, readNumber } from '../items/typed.ts'
import { folded } from './fold.ts'

/* What somebody pasted into a cell, as the value it means there; or what is wrong with it. */

export type Fit =
  /** It is empty: what stands there stays. */
  | { readonly is: 'nothing' }
  /** A value, or the members of a set. */
  | { readonly is: 'fits'; readonly leaf: Leaf }
  | { readonly is: 'members'; readonly members: readonly string[] }
  | { readonly is: 'wrong'; readonly because: Problem }

const nothing: Fit = { is: 'nothing' }
const fit = (leaf: Leaf): Fit => ({ is: 'fits', leaf })
const wrong = (key: string): Fit => ({ is: 'wrong', because: { key } })

export const readValue = (field: Field, text: string, telling: Telling, order: DayOrder = 'day'): Fit => {
  const said = text.trim()
  if (said === '') return nothing
  switch (field.is) {
    case 'line':
      return typed(parseTyped(field, said, telling.locale))
    case 'number':
      return readAmount(field, said, telling.locale)
    case 'year':
      return typed(parseTyped(field, /^\d{4}[.,]0+$/.test(said) ? said.slice(0, 4) : said, telling.locale))
    case 'day':
      return readDay(said, order)
    case 'flag':
      return readFlag(said, telling)
    case 'choice':
      return readOne(choiceIn(field, said, telling))
    case 'scale':
      return readScale(field, said, telling)
    case 'link':
      return readOne(named(field.to, said, telling), 'notLinked')
    case 'choices':
      return readSome(said, (one) => choiceIn(field, one, telling), 'notChoice')
    case 'links':
      return readSome(said, (one) => named(field.to, one, telling), 'notLinked')
    default:
      return wrong('notInTable')
  }
}

const typed = (result: ReturnType<typeof parseTyped>): Fit =>
  result.is === 'right' ? fit(result.leaf) : { is: 'wrong', because: result.because }

/** A number with its unit behind it is that number. */
const readAmount = (field: Amount, said: string, locale: Locale): Fit => {
  const value = looseNumber(said, locale)
  if (value === null) return wrong('notNumber')
  // Read again by the field's own rule: what it asks of a number is said as where it is typed.
  return typed(parseTyped(field, written(value, locale), locale))
}

/** Without an exponent, which nobody types. */
const written = (value: number, locale: Locale): string => {
  const plain = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
  return locale === 'en' ? plain : plain.replace('.', ',')
}

/** A decimal comma or point, whatever stands between thousands, and a unit behind it. */
export const looseNumber = (said: string, locale: Locale): number | null => {
  const bare = said
    .replaceAll(/[\s\u00a0\u202f\u2009’']/g, '')
    .replace(/^[−–]/, '-')
    .replace(/(%|kr|tkr|mkr|mnkr)\.?$/i, '')
  const comma = bare.lastIndexOf(',')
  const point = bare.lastIndexOf('.')
  // Of two signs the last stands before decimals.
  if (comma >= 0 && point >= 0)
    return readNumber(
      comma > point ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', ''),
      'sv',
    )
  const sign = comma >= 0 ? ',' : '.'
  // One that stands twice can only stand between thousands.
  if (/^[-+]?\d{1,3}([.,]\d{3}){2,}$/.test(bare)) return readNumber(bare.replaceAll(sign, ''), 'sv')
  return readNumber(bare, locale)
}

/** Which of 2 and 3 is the month in 2/3/2027. */
export type DayOrder = 'day' | 'month'

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$/

/** As the calendar of our three languages has it, the day first, or the year; with the month first where told so. */
const readDay = (said: string, order: DayOrder): Fit => {
  const { year = '', month = '', day = '' } = dayIn(said, order) ?? {}
  if (year === '') return wrong('notDay')
  return typed(parseTyped({ is: 'day' }, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, 'sv'))
}

const dayIn = (said: string, order: DayOrder) => {
  const whole = yearFirst.exec(said)
  if (whole) return { year: whole[1], month: whole[2], day: whole[3] }
  const [found, one = '', , two = '', year] = yearLast.exec(said) ?? []
  if (found === undefined) return null
  // Where only one of both can be the month, it is.
  const isTurned = (dayOrderIn(said) ?? order) === 'month'
  return isTurned ? { year, month: one, day: two } : { year, month: two, day: one }
}

/** The order that a day can only be read in; null of one that says both, or neither. With points it is the day first. */
export const dayOrderIn = (said: string): DayOrder | null => {
  const [, one = '', sign, two = ''] = yearLast.exec(said.trim()) ?? []
  if (sign === undefined || sign === '.') return sign === undefined ? null : 'day'
  if (Number(one) > 12) return 'day'
  return Number(two) > 12 ? 'month' : null
}

/** Whether it is another day when it is read in the other order: 2/3/2027. */
export const isEitherDay = (said: string): boolean => {
  const [, one = '', , two = ''] = yearLast.exec(said.trim()) ?? []
  return one !== '' && dayOrderIn(said) === null && Number(one) !== Number(two)
}

const yes: ReadonlySet<string> = new Set(['ja', 'yes', 'x', '1', 'true', 'sant', 'sann', 'j', 'y', '✓'])
const no: ReadonlySet<string> = new Set(['nej', 'nei', 'no', '0', 'false', 'falskt', 'usann', 'n', '-'])

const readFlag = (said: string, { t }: Telling): Fit => {
  const word = folded(said)
  if (yes.has(word) || word === folded(t('yes'))) return fit(true)
  return no.has(word) || word === folded(t('no')) ? fit(false) : wrong('notYesOrNo')
}

const readOne = (found: { readonly id: string } | 'many' | null, none = 'notChoice'): Fit => {
  if (found === 'many') return wrong('twoOfThatName')
  return found ? fit(found.id) : wrong(none)
}

type Sought = { readonly id: string } | 'many' | null

const choiceIn = (field: Pick<Choice, 'of'>, said: string, { t }: Telling): Sought => {
  const word = folded(said)
  const id = field.of.values.find(
    (value) => folded(value) === word || folded(t(`${field.of.name}=${value}`)) === word,
  )
  return id === undefined ? null : { id }
}

/** By its number, by what it means, or by both: "4 – Very strong". */
const readScale = ({ name, from, to }: Scale, said: string, { t, locale }: Telling): Fit => {
  const steps = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const word = folded(said)
  const meant = steps.find((step) => {
    const words = folded(t(`${name}=${step}`))
    return word === words || (new RegExp(`^${step}\\s*[–:.-]\\s*`).test(word) && word.endsWith(words))
  })
  const value = meant ?? readNumber(said, locale)
  if (value !== null && fits({ is: 'scale', name, from, to }, value)) return fit(value)
  return { is: 'wrong', because: { key: 'outOfRange', values: { min: from, max: to } } }
}

/** Several of them, between semicolons, lines or commas; a whole name may hold a comma. */
const readSome = (said: string, find: (one: string) => Sought, none: string): Fit => {
  const whole = find(said)
  const parts = whole === null ? said.split(partsBetween(said)) : [said]
  const found = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map(find)
  if (found.includes('many')) return wrong('twoOfThatName')
  if (found.includes(null)) return wrong(none)
  return { is: 'members', members: found.flatMap((one) => (one && one !== 'many' ? [one.id] : [])) }
}

const partsBetween = (said: string): RegExp => (/[;\n]/.test(said) ? /[;\n]/ : /,\s*/)

/** What this may lead to, by name, by number where its kind has one, or by id. */
const named = (to: string, said: string, telling: Telling): Sought => {
  const word = folded(said)
  const found = candidates(to, telling).filter(
    ({ id, title, number }) => id === said || folded(title) === word || (number !== '' && number === word),
  )
  if (found.length > 1) return 'many'
  return found[0] ?? null
}

const candidates = (
  to: string,
  telling: Telling,
): readonly { readonly id: string; readonly title: string; readonly number: string }[] => {
  const { board, items } = telling
  if (to === 'unit') return board.settings.units.map(({ id, name }) => ({ id, title: name, number: '' }))
  if (to === 'member') return board.members.map(({ id, name }) => ({ id, title: name, number: '' }))
  const number = kinds.get(to)?.card.number
  return (items.byKind.get(to) ?? []).map((item) => ({
    id: item.id,
    title: titleOf(item, telling),
    number: number === undefined ? '' : textAt(item, number),
  }))
}
