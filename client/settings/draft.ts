import type { Board } from '../../shared/board/model.ts'
import type { Settings, SettingsChange } from '../../shared/board/settings.ts'
import type { Leaf } from '../../shared/items/define.ts'
import type { Locale } from '../../shared/locale.ts'
import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import type { TypedField } from '../items/typed.ts'
import { isTurned, parseTyped, typedOf } from '../items/typed.ts'
import type { UnitEdits } from '../items/units.ts'
import { changedUnits, unitProblems } from '../items/units.ts'

/* What somebody is changing of the plan's settings, as typed, and what it comes to. */

export const settingFields = [
  'from',
  'to',
  'startedAt',
  'currency',
  'amountUnit',
  'municipality',
  'code',
  'population',
  'summary',
  'disclaimer',
] as const
export type SettingField = (typeof settingFields)[number]
export type Texts = Readonly<Record<SettingField, string>>

export interface SettingsDraft {
  /** Only what was typed in: the rest follows what others change meanwhile. */
  readonly texts: Partial<Texts>
  /** Days of which not all is there yet: the page knows no value for them. */
  readonly half: readonly SettingField[]
  readonly variables: Readonly<Record<string, string>>
  readonly units: UnitEdits
}

export const emptyDraft: SettingsDraft = { texts: {}, half: [], variables: {}, units: {} }

export interface Problem {
  readonly key: MessageKey
  readonly values?: MessageValues
  /** Nothing is wrong yet, there is only something to come. */
  readonly isEarly?: true
}

/** By field; of a variable `variable:<name>`, of a unit `unit:<id>`. */
export type Problems = Readonly<Record<string, Problem>>

export interface Outcome {
  readonly problems: Problems
  /** Only what is another than it was. */
  readonly settings: SettingsChange
  readonly variables: Readonly<Record<string, string>>
}

/** As the settings stand in their fields. */
export const textsOf = ({ period, municipality, ...rest }: Settings, locale: Locale): Texts => ({
  from: period?.from ?? '',
  to: period?.to ?? '',
  startedAt: rest.startedAt ?? '',
  currency: rest.currency ?? '',
  amountUnit: rest.amountUnit ?? '',
  municipality: municipality?.name ?? '',
  code: municipality?.code ?? '',
  population: typedOf(municipality?.population, locale),
  summary: rest.summary ?? '',
  disclaimer: rest.disclaimer ?? '',
})

/** Characters in what is only words. */
const longest = { summary: 5000, disclaimer: 1000 } as const

const day: TypedField = { is: 'day' }
const line = (longest: number): TypedField => ({ is: 'line', longest })

/** How each is read that is more than words. */
const read: Readonly<Record<Exclude<SettingField, keyof typeof longest>, TypedField>> = {
  from: day,
  to: day,
  startedAt: day,
  currency: line(10),
  amountUnit: line(40),
  municipality: line(200),
  code: line(20),
  population: { is: 'number', integer: true, min: 0, max: 10_000_000_000 },
}

const longestVariable = 200

/** What the draft comes to. `labels`: what its two days are called. */
export const outcomeOf = (
  { settings, variables }: Pick<Board, 'settings' | 'variables'>,
  draft: SettingsDraft,
  locale: Locale,
  labels: { readonly from: string; readonly to: string },
): Outcome => {
  const texts: Texts = { ...textsOf(settings, locale), ...draft.texts }
  const leaves: Partial<Record<SettingField, Leaf>> = {}
  const problems: Record<string, Problem> = { ...unitProblems(settings.units, draft.units) }
  for (const [field, how] of entriesOf(read)) {
    const typed = parseTyped(how, texts[field], locale)
    if (draft.half.includes(field)) problems[field] = { key: 'items.notDay' }
    else if (typed.is === 'right') leaves[field] = typed.leaf
    // Each key stands in the catalogue of items, whose fields are read so, too.
    else problems[field] = { ...typed.because, key: `items.${typed.because.key}` as MessageKey }
  }
  for (const [field, count] of entriesOf(longest))
    if (texts[field].trim().length > count) problems[field] = { key: 'items.tooLong', values: { count } }
  Object.assign(problems, together(texts, labels, problems), variableProblems(draft.variables))
  return {
    problems,
    settings: changeOf(settings, leaves, texts, draft.units),
    variables: changedVariables(variables, draft.variables),
  }
}

/** `Object.entries` forgets which names there are; these objects have no others. */
const entriesOf = <Name extends string, Value>(record: Readonly<Record<Name, Value>>) =>
  Object.entries(record) as [Name, Value][]

/** What is wrong with fields that belong together. */
const together = (
  texts: Texts,
  labels: { readonly from: string; readonly to: string },
  problems: Problems,
): Problems => {
  const found: Record<string, Problem> = {}
  const { from, to } = texts
  const isWhole = !problems['from'] && !problems['to']
  if (isWhole && isTurned(from, to))
    found['from'] = found['to'] = { key: 'items.endBeforeStart', values: labels }
  if (isWhole && (from === '') !== (to === ''))
    found[from === '' ? 'from' : 'to'] = { key: 'settings.bothDays', isEarly: true }
  const isMunicipality = `${texts.code}${texts.population}`.trim() !== ''
  if (isMunicipality && texts.municipality.trim() === '')
    found['municipality'] = { key: 'settings.municipalityNeeded', isEarly: true }
  return found
}

const variableProblems = (variables: SettingsDraft['variables']): Problems =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, words]): [string, Problem][] => {
      const problem: Problem | null =
        words.trim() === ''
          ? { key: 'settings.needed', isEarly: true }
          : words.trim().length > longestVariable
            ? { key: 'items.tooLong', values: { count: longestVariable } }
            : null
      return problem ? [[`variable:${name}`, problem]] : []
    }),
  )

const changeOf = (
  settings: Settings,
  leaves: Partial<Record<SettingField, Leaf>>,
  { summary, disclaimer }: Texts,
  unitEdits: UnitEdits,
): SettingsChange => {
  const said = (field: SettingField): string | null => String(leaves[field] ?? '') || null
  const [from, to, name, code] = [said('from'), said('to'), said('municipality'), said('code')]
  const { code: _code, population: _population, ...rest } = settings.municipality ?? { name: '' }
  const population = leaves.population
  const wanted = {
    period: from && to ? { from, to } : null,
    startedAt: said('startedAt'),
    currency: said('currency'),
    amountUnit: said('amountUnit'),
    municipality:
      name === null
        ? null
        : {
            ...rest,
            name,
            ...(code && { code }),
            ...(typeof population === 'number' && { population }),
          },
    summary: summary.trim() || null,
    disclaimer: disclaimer.trim() || null,
  }
  const before: Readonly<Record<string, unknown>> = settings
  const changed = Object.entries(wanted).filter(([key, value]) => !isSame(value, before[key] ?? null))
  const units = changedUnits(settings.units, unitEdits)
  return {
    ...(Object.fromEntries(changed) as Partial<typeof wanted>),
    ...(!isSame(units, settings.units) && { units }),
  }
}

const isSame = (one: unknown, other: unknown): boolean => inWords(one) === inWords(other)

const inWords = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

const changedVariables = (
  before: Board['variables'],
  typed: SettingsDraft['variables'],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([name, words]) => [name, words.trim()] as const)
      .filter(([name, words]) => words !== '' && before[name] !== undefined && before[name] !== words),
  )
