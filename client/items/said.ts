import type { Field, Kind, Table } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { entriesOf, fieldAt, membersAt, numberAt, textAt, totalsOf } from '../../shared/items/item.ts'
import { unitBehind } from '../../shared/items/unit-word.ts'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import type { Crosstab } from './crosstab.ts'
import { crosstabOf, totalIn } from './crosstab.ts'
import { day } from '../hooks/day.ts'
import type { ItemTranslate } from '../hooks/useItemText.ts'
import type { PlanItems } from '../live/plan-items.ts'
import type { Plan } from '../hooks/useBoard.ts'

/* What an item says, in words, field by field. */

export interface Telling {
  readonly t: ItemTranslate
  readonly locale: Locale
  readonly board: Plan
  readonly items: PlanItems
}

/** The language in which people write the plan, whatever language the page is in. */
export const planLanguage = ({ board }: Pick<Telling, 'board'>): string => languageTag[board.language]

/** Whether people say it in words of their own, or by the name of something they wrote. */
export const isWritten = ({ is }: Field): boolean => ['line', 'text', 'link', 'links', 'list'].includes(is)

/**
 * The item's own name; of a pair, both names. Of a year or a day "Resource frame 2027", of a long text its first
 * line; what tells items of one name apart follows after a comma.
 */
export const titleOf = (item: Item, telling: Telling): string => {
  const kind = kinds.get(item.kind)
  if (!kind) return ''
  if (kind.joins)
    return [kind.joins.from, kind.joins.to].map((path) => linked(textAt(item, path), telling)).join(' → ')
  const one = telling.t(`${item.kind}:one`)
  const title = named(item, kind, kind.title, telling)
  if (title === '') return telling.t('untitled', { kind: one })
  const also = kind.titleAlso === undefined ? '' : named(item, kind, kind.titleAlso, telling)
  return [isNamedByItself(kind) ? title : `${one} ${title}`, also].filter(Boolean).join(', ')
}

/** Whether the words of its title are its name: a year alone says nothing. */
export const isNamedByItself = ({ title, fields }: Kind): boolean => {
  const field = fields[title]
  return field !== undefined && isWritten(field)
}

/** The language of an item's name. */
export const titleLanguage = (item: Item, telling: Telling): string => {
  const kind = kinds.get(item.kind)
  const isOwn = kind && (kind.joins ?? (isNamedByItself(kind) && textAt(item, kind.title).trim() !== ''))
  return isOwn ? planLanguage(telling) : languageTag[telling.locale]
}

const named = (item: Item, kind: Kind, path: string, telling: Telling): string => {
  const field = kind.fields[path]
  if (!field) return ''
  return field.is === 'text'
    ? firstLine(textAt(item, path))
    : sayField(item, path, field, kind, telling).trim()
}

const longestName = 80

/** Cut between words where it is too long for a name. */
export const firstLine = (text: string): string => {
  const line = text
    .trim()
    .replace(/[\r\n].*$/s, '')
    .trim()
  if (line.length <= longestName) return line
  const cut = line.slice(0, longestName).replace(/\s+\S*$/, '')
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}

/** What it is called in the middle of a sentence: by its number where its kind has one, "goal 3", else by its name. */
export const shortNameOf = (item: Item, telling: Telling): string => {
  const path = kinds.get(item.kind)?.card.number
  const number = path === undefined ? '' : textAt(item, path)
  const name = telling.t(`${item.kind}:one`).toLocaleLowerCase(languageTag[telling.locale])
  return number === '' ? titleOf(item, telling) : `${name}\u00a0${number}`
}

/** The text key of a field: `goal.resultOwner.unitId`. */
export const fieldKey = (kind: string, path: string): string => `${kind}.${path.replaceAll('/', '.')}`

/** The field's value in words, '' when nothing was said. */
export const said = (item: Item, path: string, telling: Telling): string => {
  const kind = kinds.get(item.kind)
  const field = kind && fieldAt(kind.fields, path)
  return kind && field ? sayField(item, path, field, kind, telling) : ''
}

/** The same for a field wherever it stands, also in an entry of a list. */
export const sayField = (item: Item, path: string, field: Field, kind: Kind, telling: Telling): string => {
  const { t } = telling
  switch (field.is) {
    case 'number':
      return amount(item, path, field.unit, kind, telling)
    case 'year':
      return textAt(item, path)
    case 'scale': {
      const value = numberAt(item, path)
      return value === null ? '' : `${value}`
    }
    case 'flag':
      return item.leaves.get(path) === true ? t('yes') : ''
    case 'choice': {
      const value = textAt(item, path)
      return value === '' ? '' : t(`${field.of.name}=${value}`)
    }
    case 'choices':
      return listed(
        membersAt(item, path).map((one) => t(`${field.of.name}=${one}`)),
        telling,
      )
    case 'day':
      return saidDay(textAt(item, path), telling)
    case 'link':
      return linked(textAt(item, path), telling)
    case 'links':
      return listed(
        membersAt(item, path)
          .map((id) => linked(id, telling))
          .filter((name) => name !== ''),
        telling,
      )
    case 'group':
      return listed(
        Object.entries(field.fields)
          .filter(([, inner]) => !inner.hidden)
          .map(([name, inner]) => sayField(item, `${path}/${name}`, inner, kind, telling))
          .filter((words) => words !== ''),
        telling,
      )
    case 'list':
      return listed(
        entriesOf(item, path, field).map((entry) =>
          (field.plain ? Object.keys(field.fields) : [field.entry])
            .map((own) => textAt(item, `${entry.path}/${own}`))
            .join(': '),
        ),
        telling,
      )
    case 'table':
      return sayTable(item, path, field, kind, telling)
    case 'opaque':
      return ''
    default:
      return textAt(item, path)
  }
}

/** A table of years says its latest value; one of parties, who they are. */
const sayTable = (item: Item, path: string, field: Table, kind: Kind, telling: Telling): string => {
  const [first] = field.by
  if (first?.is === 'link')
    return listed(
      entriesOf(item, path, field).map(({ key }) => linked(key[0] ?? '', telling)),
      telling,
    )
  const crosstab = crosstabOf(item, path, field)
  if (crosstab) return joined(sayCrosstab(item, crosstab, telling), ownUnit(item, kind, path))
  const latest = totalsOf(item, path).at(-1)
  return latest ? `${withUnit(latest.value, item, kind, telling)} ${latest.year}` : ''
}

/** How many it is of all groups at first and at last. */
const sayCrosstab = (item: Item, table: Crosstab, { locale }: Telling): string =>
  [...new Set([table.years[0], table.years.at(-1)])]
    .flatMap((year = '') => {
      const total = totalIn(item, table, year)
      return total === null ? [] : [`${year}: ${numeral(total, locale)}`]
    })
    .join(' → ')

/** A value of the kind's series, with the item's own unit and decimals. */
export const withUnit = (value: number, item: Item, kind: Kind, telling: Telling): string => {
  const unit = kind.figure ? textAt(item, kind.figure.unit) : ''
  return joined(seriesNumber(value, item, kind, telling), unit)
}

/** The same without its unit, which is said once where values stand together. */
export const seriesNumber = (value: number, item: Item, { figure }: Kind, { locale }: Telling): string =>
  numeral(value, locale, figure ? (numberAt(item, figure.decimals) ?? undefined) : undefined)

/** Whose it is, without what every address begins with. */
export const shortAddress = (address: string): string => {
  const short = address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  return short.length > 40 ? `${short.slice(0, 39)}…` : short
}

/** The item's own word for what it counts: of its series, or what stands beside the number as `unit`. */
export const ownUnit = (item: Item, { figure }: Kind, path: string): string =>
  figure ? textAt(item, figure.unit) : textAt(item, path.replace(/[^/]*$/, 'unit'))

const amount = (item: Item, path: string, unit: string | undefined, kind: Kind, telling: Telling): string => {
  const value = numberAt(item, path)
  if (value === null) return ''
  const words =
    unit === 'money'
      ? (telling.board.settings.amountUnit ?? '')
      : unit === undefined
        ? ''
        : unit === 'own'
          ? ownUnit(item, kind, path)
          : telling.t(unit, { count: value })
  return joined(numeral(value, telling.locale), words)
}

/** Whether it counts what the plan counts money in. */
export const isMoney = (field: Field | undefined): boolean => field?.is === 'number' && field.unit === 'money'

export const numeral = (value: number, locale: Locale, decimals?: number): string =>
  value.toLocaleString(languageTag[locale], {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  })

/** A number is not torn from its unit at the end of a line. */
const joined = (number: string, unit: string): string =>
  unit === '' ? number : `${number}\u00a0${unitBehind(unit)}`

export const saidDay = (date: string, { locale }: Pick<Telling, 'locale'>): string =>
  date === '' ? '' : day(date).toLocaleDateString(languageTag[locale], { dateStyle: 'short' })

/** What a link leads to, by name: an item, a unit of the plan, or a person. */
export const linked = (id: string, telling: Telling): string => {
  if (id === '') return ''
  const item = telling.items.byId.get(id)
  // A pair is named after what it joins: of one that joined itself there would be no end.
  if (item) return kinds.get(item.kind)?.joins ? telling.t(`${item.kind}:one`) : titleOf(item, telling)
  const { settings, members } = telling.board
  const unit = settings?.units?.find((one) => one.id === id)
  return unit?.name ?? members.find((one) => one.id === id)?.name ?? ''
}

const listed = (words: readonly string[], { locale }: Pick<Telling, 'locale'>): string =>
  new Intl.ListFormat(languageTag[locale], { type: 'unit' }).format(words)
