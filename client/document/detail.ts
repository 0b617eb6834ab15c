import type { Field, Fields, Group, Kind, List, Scale, Span, Table } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import { isSaid, numberAt, textAt } from '../../shared/items/item.ts'
import { shownFields } from '../items/form/shown-fields.ts'
import type { Telling } from '../items/said.ts'
import { firstLine, isWritten, planLanguage, saidDay } from '../items/said.ts'

/* What is said of an item, sorted by the form it takes in a text. */

/** A field that something is said in; `name` is where its texts stand: `activity.subActivities.title`. */
export interface Detail<Of extends Field = Field> {
  readonly field: Of
  readonly path: string
  readonly name: string
}

export interface Within {
  readonly item: Item
  readonly fields: Fields
  /** Before the fields' names: '' or `subActivities/x7/`. */
  readonly path: string
  readonly name: string
  readonly span?: Span | undefined
  /** Fields that are said elsewhere: the title. */
  readonly without: readonly string[]
}

export interface Sorted {
  /** Long texts come first: why and what. */
  readonly texts: readonly Detail[]
  readonly facts: readonly Detail[]
  readonly tables: readonly (Detail<List> | Detail<Table>)[]
}

export const detailsOf = ({ item, fields, path, name, span, without }: Within): Sorted => {
  const said = shownFields(fields)
    .map(([key, field]): Detail => ({ field, path: path + key, name: name + key }))
    .filter((one) => !without.includes(one.path.slice(path.length)))
    .filter((one) => isSaid(item, one.path, one.field) && item.leaves.get(one.path) !== false)
  const inSpan = (one: Detail) => span && [span.from, span.to].includes(one.path.slice(path.length))
  return {
    texts: said.filter(({ field }) => field.is === 'text'),
    facts: said.filter(
      (one) => one.field.is !== 'text' && !isTable(one) && !inSpan(one) && !isEmptyGroup(one, item),
    ),
    tables: said.filter(isTable),
  }
}

/** Fields that an item's heading says: of a long text only where it says all of it. */
export const headed = (
  { joins, title, titleAlso = '', card, fields }: Kind,
  item: Item,
): readonly string[] => {
  if (joins) return [joins.from, joins.to]
  const text = textAt(item, title)
  const isCut = fields[title]?.is === 'text' && firstLine(text) !== text.trim()
  return [isCut ? '' : title, titleAlso, card.number ?? '']
}

/** Short values one after the other are a fact. */
const isTable = (one: Detail): one is Detail<List> | Detail<Table> =>
  (one.field.is === 'list' && !one.field.plain) || one.field.is === 'table'

const isEmptyGroup = ({ field, path, name }: Detail, item: Item): boolean => {
  if (field.is !== 'group') return false
  const { texts, facts, tables } = insideOf({ field, path, name }, item)
  return texts.length + facts.length + tables.length === 0
}

export const insideOf = ({ field, path, name }: Detail<Group>, item: Item): Sorted =>
  detailsOf({ item, fields: field.fields, path: `${path}/`, name: `${name}.`, without: [] })

/** The language of a value that people wrote, for whatever holds it; others are in the page's. */
export const languageOf = ({ field }: Detail, telling: Telling): string | undefined =>
  isWritten(field) && !(field.is === 'line' && field.address) ? planLanguage(telling) : undefined

/** Both days of a span, '' when neither is said. */
export const spanWords = (item: Item, path: string, span: Span, telling: Telling): string => {
  const days = [span.from, span.to].map((one) => saidDay(textAt(item, path + one), telling))
  return days.every((one) => one === '') ? '' : days.map((one) => one || '…').join(' – ')
}

/** The step and what it means: "4 of 5, rather large". Below zero there is no "of". */
export const scaleWords = (item: Item, { field, path }: Detail<Scale>, { t }: Telling): string => {
  const value = numberAt(item, path)
  if (value === null) return ''
  const meaning = t(`${field.name}=${value}`)
  return field.from < 0 ? meaning : `${t('ofScale', { value, most: field.to })}, ${meaning}`
}
