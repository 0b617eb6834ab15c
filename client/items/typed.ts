import { unreachable } from '../../shared/assert.ts'
import type { Amount, Day, Leaf, Line, Year } from '../../shared/items/define.ts'
import { fits, years } from '../../shared/items/leaves.ts'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import type { MessageValues } from '../../shared/messages/format.ts'

/* What somebody typed into a field, as the value it means; or what is wrong with it. */

export type TypedField = Line | Amount | Year | Day

export interface Problem {
  readonly key: string
  readonly values?: MessageValues
}

/** '' takes the value away. */
export type Typed =
  { readonly is: 'right'; readonly leaf: Leaf } | { readonly is: 'wrong'; readonly because: Problem }

const right = (leaf: Leaf): Typed => ({ is: 'right', leaf })
const wrong = (key: string, values?: MessageValues): Typed => ({
  is: 'wrong',
  because: { key, ...(values && { values }) },
})

export const parseTyped = (field: TypedField, text: string, locale: Locale): Typed => {
  const said = text.trim()
  if (said === '') return right('')
  switch (field.is) {
    case 'line':
      return parseLine(field, said)
    case 'number':
      return parseAmount(field, said, locale)
    case 'year':
      return /^\d{4}$/.test(said) && fits(field, Number(said)) ? right(Number(said)) : wrong('notYear')
    case 'day':
      return fits(field, said) && isNear(said) ? right(said) : wrong('notDay')
    default:
      return unreachable(field)
  }
}

const parseLine = (field: Line, said: string): Typed => {
  const typed = said.replaceAll(/\s*[\r\n]+\s*/g, ' ')
  const line = field.address ? addressIn(typed) : typed
  if (line === null) return wrong('notAddress')
  return fits(field, line) ? right(line) : wrong('tooLong', { count: field.longest ?? 300 })
}

/** An address that may be followed, also where what every address begins with was left out; null when it is none. */
export const addressIn = (said: string): string | null => {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(said) && !/^[^/]+:\d/.test(said) ? said : `https://${said}`
  if (/\s/.test(said) || !URL.canParse(whole)) return null
  const { protocol, hostname } = new URL(whole)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  return isWeb && /^[^.]+(\.[^.]+)+$|^localhost$|^\[/.test(hostname) ? whole : null
}

/** Half a year typed into a field of days is a day too, of the year 2. */
const isNear = (day: string): boolean => {
  const year = Number(day.slice(0, 4))
  return year >= years.from && year <= years.to
}

const parseAmount = (field: Amount, said: string, locale: Locale): Typed => {
  const value = readNumber(said, locale)
  if (value === null) return wrong('notNumber')
  if (fits(field, value)) return right(value)
  const { min = -1e15, max = 1e15 } = field
  const isWithin = value >= min && value <= max
  if (isWithin) return wrong('notWhole')
  if (field.min !== undefined && field.max !== undefined) return wrong('outOfRange', { min, max })
  return value < min ? wrong('tooSmall', { min }) : wrong('tooLarge', { max })
}

/** Numbers as people write them: spaces between thousands, a comma or a point before decimals, any minus. */
export const readNumber = (said: string, locale: Locale): number | null => {
  const plain = said.replaceAll(/[\s\u00a0\u202f’']/g, '').replace(/^[−–]/, '-')
  const number = locale === 'en' ? english(plain) : plain.replace(',', '.')
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(number) ? Number(number) + 0 : null
}

/** In English a comma stands between thousands, and before decimals only where it cannot. */
const english = (plain: string): string =>
  /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.')

/** A value as it stands in its field, ready to be typed on. */
export const typedOf = (leaf: Leaf | undefined, locale: Locale): string => {
  if (typeof leaf === 'number')
    return leaf
      .toLocaleString(languageTag[locale], { useGrouping: false, maximumFractionDigits: 20 })
      .replace('−', '-')
  return typeof leaf === 'string' ? leaf : ''
}

/** Of two days or two numbers, each of which may not be said yet. */
export const isTurned = (from: Leaf | undefined, to: Leaf | undefined): boolean =>
  typeof from === 'number' && typeof to === 'number'
    ? to < from
    : typeof from === 'string' && typeof to === 'string' && from !== '' && to !== '' && to < from
