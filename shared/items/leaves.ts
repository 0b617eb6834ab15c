import { unreachable } from '../assert.ts'
import type { Field, Fields, KeyPart, Leaf, ValueField } from './define.ts'

/*
 * How an item's fields lie in a room: one flat map from path to leaf. The gate and the reader ask here what may stand
 * under a path.
 */

/** No id is a name that no file may hold: what bears it could not be brought in again. */
export const itemIdPattern = /^(?!(?:__proto__|prototype)$)[A-Za-z0-9_.:-]{1,140}$/
/** What the reader shows and the gate lets in; longer ones cannot be made by adding between two others. */
export const orderPattern = /^[A-Za-z0-9]{1,200}$/

/** What stands under a path: words that are written together, or a value that fits. */
export type Spot = { readonly is: 'words' } | { readonly is: 'value'; fits(value: unknown): boolean }

const words: Spot = { is: 'words' }
const value = (fits: (value: unknown) => boolean): Spot => ({ is: 'value', fits })

/** What every item has beside its kind's fields. */
const own: Fields & Readonly<Record<'deleted', Field>> = {
  deleted: { is: 'group', fields: { at: { is: 'line', longest: 30 }, by: { is: 'line', longest: 30 } } },
}

/** What may stand under this path of an item, or null when nothing may. */
export const spotAt = (fields: Fields, path: string): Spot | null => {
  const parts = path.split('/')
  if (path === 'order') return value(isOrder)
  return within(parts[0] === 'deleted' ? own : fields, parts)
}

const isOrder = (one: unknown): boolean => typeof one === 'string' && orderPattern.test(one)
const isTrue = (one: unknown): boolean => one === true
const isId = (one: string): boolean => itemIdPattern.test(one)

const within = (fields: Fields, [name = '', ...rest]: readonly string[]): Spot | null => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return field ? below(field, rest) : null
}

const below = (field: Field, rest: readonly string[]): Spot | null => {
  const [first, ...further] = rest
  switch (field.is) {
    case 'group':
      return within(field.fields, rest)
    case 'choices':
      return further.length === 0 && field.of.values.includes(first ?? '') ? value(isTrue) : null
    case 'links':
      return further.length === 0 && isId(first ?? '') ? value(isTrue) : null
    case 'list':
      if (!isId(first ?? '')) return null
      return further.length === 1 && further[0] === 'order' ? value(isOrder) : within(field.fields, further)
    case 'table': {
      const key = rest.slice(0, field.by.length)
      if (key.length < field.by.length || !key.every((part, at) => keyFits(field.by[at], part))) return null
      const path = rest.slice(field.by.length)
      return path.length === 0 ? (field.mark ? value(isTrue) : null) : within(field.fields, path)
    }
    case 'text':
      return rest.length === 0 ? words : null
    default:
      return rest.length === 0 ? value((one) => fits(field, one)) : null
  }
}

const keyFits = (part: KeyPart | undefined, key: string): boolean => {
  switch (part?.is) {
    case 'year':
      return /^\d{4}$/.test(key) && Number(key) >= years.from && Number(key) <= years.to
    case 'choice':
      return part.of.values.includes(key)
    case 'link':
      return key === '-' ? part.orNone === true : isId(key)
    case 'word':
      return wordPattern.test(key)
    default:
      return false
  }
}

/** Short, and nothing that a path is cut at; `-` stands for nothing said. */
const wordPattern = /^(?!-$)(?!\s)[^/\r\n]{1,40}(?<!\s)$/

const longestLine = 300
const longestOpaque = 20_000
const dayPattern = /^\d{4}-\d{2}-\d{2}$/
export const years = { from: 1800, to: 2300 } as const

/** Whether this may be the value of such a field. Nothing said is no value: the path is not there. */
export const fits = (field: ValueField, one: unknown): one is Leaf => {
  switch (field.is) {
    case 'line':
      return isText(one, field.longest ?? longestLine) && !/[\r\n]/.test(one)
    case 'text':
      return typeof one === 'string'
    case 'number':
      return (
        (one === null && field.orNull === true) ||
        (isNumber(one, field.min, field.max) && (field.integer !== true || Number.isInteger(one)))
      )
    case 'year':
      return isNumber(one, years.from, years.to) && Number.isInteger(one)
    case 'scale':
      return isNumber(one, field.from, field.to) && Number.isInteger(one)
    case 'flag':
      return isTrue(one)
    case 'choice':
      return typeof one === 'string' && field.of.values.includes(one)
    case 'day':
      return typeof one === 'string' && isDay(one)
    case 'link':
      return typeof one === 'string' && isId(one)
    case 'opaque':
      return isText(one, longestOpaque)
    default:
      return unreachable(field)
  }
}

const isText = (one: unknown, longest: number): one is string =>
  typeof one === 'string' && one !== '' && one.length <= longest

const isNumber = (one: unknown, min = -1e15, max = 1e15): boolean =>
  typeof one === 'number' && one >= min && one <= max

/** A day of the calendar: the 31st of February is none. */
export const isDay = (one: string): boolean => {
  const time = dayPattern.test(one) ? Date.parse(`${one}T00:00:00Z`) : NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(one)
}
