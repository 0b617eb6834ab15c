import type { Settings } from '../../shared/board/settings.ts'
import type { CheckedPlan } from '../../shared/checks/define.ts'
import type { CheckId } from '../../shared/checks/rules.ts'
import { always, checkIds, rules } from '../../shared/checks/rules.ts'
import type { Locale } from '../../shared/locale.ts'
import { readNumber, typedOf } from '../items/typed.ts'

/* The form of the checks' limits, and the settings that it says. */

export interface CheckForm {
  readonly isOn: boolean
  /** As typed. */
  readonly limits: Readonly<Record<string, string>>
}

export type LimitForm = Readonly<Record<string, CheckForm>>

/** The checks that the plan's process asks, off or on. */
export const askedIn = (plan: Pick<CheckedPlan, 'steps'>): readonly CheckId[] => {
  const asked = new Set(plan.steps.flatMap(({ checks }) => [...checks]))
  return checkIds.filter((id) => always.has(id) || asked.has(id))
}

/** Shares of something: people write them in percent. */
const shares: ReadonlySet<string> = new Set(['gapRelative', 'perCapitaDev'])
const percent = (name: string): number => (shares.has(name) ? 100 : 1)

export const formOf = (asked: readonly CheckId[], checks: Settings['checks'], locale: Locale): LimitForm =>
  Object.fromEntries(
    asked.map((id) => {
      const numbers: Readonly<Record<string, number>> = { ...rules[id].params, ...checks?.[id]?.params }
      const limits = Object.entries(numbers).map(([name, value]): readonly [string, string] => [
        name,
        typedOf(rounded(value * percent(name)), locale),
      ])
      const typed: Readonly<Record<string, string>> = Object.fromEntries(limits)
      return [id, { isOn: !checks?.[id]?.off, limits: typed }]
    }),
  )

/** Ten percent of one is not 10.000000000000002. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** What was typed as a limit; null when it is none. */
export const readLimit = (name: string, typed: string, locale: Locale): number | null => {
  const number = readNumber(typed, locale)
  if (number === null || number < 0 || number > 1_000_000) return null
  return rounded(number / percent(name))
}

/** Null where something is no number. What is as in the process is not named; what is not in the form stays. */
export const readLimits = (
  form: LimitForm,
  before: Settings['checks'],
  locale: Locale,
): NonNullable<Settings['checks']> | null => {
  const kept = Object.entries(before ?? {}).filter(([id]) => !(id in form))
  const read = Object.entries(form).map(([id, { isOn, limits }]) => {
    const usual: Readonly<Record<string, number>> = rules[id as CheckId].params
    const numbers = Object.entries(limits).map(
      ([name, typed]) => [name, readLimit(name, typed, locale)] as const,
    )
    const own = numbers.filter(([name, value]) => value !== usual[name])
    return { id, numbers, setting: { ...(!isOn && { off: true as const }), ...paramsOf(own) } }
  })
  if (read.some(({ numbers }) => numbers.some(([, value]) => value === null))) return null
  const set = read.filter(({ setting }) => Object.keys(setting).length > 0)
  return Object.fromEntries([...kept, ...set.map(({ id, setting }) => [id, setting] as const)])
}

const paramsOf = (own: readonly (readonly [string, number | null])[]) =>
  own.length === 0
    ? {}
    : { params: Object.fromEntries(own.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))) }
