import type { Field, Kind, Table } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { entriesOf, fieldAt, membersAt, numberAt, textAt, totalsOf } from '../../shared/items/item.ts'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
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

/** The item's own name; of a pair, both names. */
export const titleOf = (item: Item, telling: Telling): string => {
  const kind = kinds.get(item.kind)
  if (!kind) return ''
  if (kind.joins)
    return [kind.joins.from, kind.joins.to].map((path) => linked(textAt(item, path), telling)).join(' → ')
  const title = textAt(item, kind.title).trim()
  return title === '' ? telling.t('untitled', { kind: telling.t(`${item.kind}:one`) }) : title
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
      return amount(item, path, field.unit, telling)
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
        entriesOf(item, path, field).map((entry) => textAt(item, `${entry.path}/${field.entry}`)),
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
  const latest = totalsOf(item, path).at(-1)
  return latest ? `${withUnit(latest.value, item, kind, telling)} ${latest.year}` : ''
}

/** A value of the kind's series, with the item's own unit and decimals. */
export const withUnit = (value: number, item: Item, kind: Kind, telling: Telling): string => {
  const unit = kind.figure ? textAt(item, kind.figure.unit) : ''
  const decimals = kind.figure ? (numberAt(item, kind.figure.decimals) ?? undefined) : undefined
  return joined(numeral(value, telling.locale, decimals), unit)
}

const amount = (item: Item, path: string, unit: string | undefined, telling: Telling): string => {
  const value = numberAt(item, path)
  if (value === null) return ''
  const words =
    unit === 'money'
      ? (telling.board.settings.amountUnit ?? '')
      : unit === undefined || unit === 'own'
        ? ''
        : telling.t(unit, { count: value })
  return joined(numeral(value, telling.locale), words)
}

export const numeral = (value: number, locale: Locale, decimals?: number): string =>
  value.toLocaleString(languageTag[locale], {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  })

/** A number is not torn from its unit at the end of a line. */
const joined = (number: string, unit: string): string => (unit === '' ? number : `${number}\u00a0${unit}`)

export const saidDay = (date: string, { locale }: Pick<Telling, 'locale'>): string =>
  date === '' ? '' : day(date).toLocaleDateString(languageTag[locale], { dateStyle: 'short' })

/** What a link leads to, by name: an item, a unit of the plan, or a person. */
export const linked = (id: string, telling: Telling): string => {
  if (id === '') return ''
  const item = telling.items.byId.get(id)
  if (item) return titleOf(item, telling)
  const { settings, members } = telling.board
  const unit = settings?.units?.find((one) => one.id === id)
  return unit?.name ?? members.find((one) => one.id === id)?.name ?? ''
}

const listed = (words: readonly string[], { locale }: Pick<Telling, 'locale'>): string =>
  new Intl.ListFormat(languageTag[locale], { type: 'unit' }).format(words)
