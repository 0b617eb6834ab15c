import type { TypedItem } from '../items/typed.ts'

/* What an indicator's values say, read once for as long as they stand as they are. */

export interface Reading {
  readonly year: number
  /** The target group it is of, or null for everybody. */
  readonly group: string | null
  readonly K?: number
  readonly M?: number
  readonly T?: number
  readonly isPreliminary: boolean
}

export interface Series {
  /** One for each year and group of which a number is known: the earliest first, everybody before groups. */
  readonly all: readonly Reading[]
  /** The same of everybody. */
  readonly overall: readonly Reading[]
}

type Values = TypedItem<'indicator'>['values']

const known = new WeakMap<Values, Series>()

export const seriesOf = ({ values }: Pick<TypedItem<'indicator'>, 'values'>): Series => {
  const series = known.get(values) ?? readSeries(values)
  known.set(values, series)
  return series
}

const readSeries = (values: Values): Series => {
  const readings = new Map<string, Reading>()
  for (const { year, gender, groupId: group = null, value, status } of values) {
    if (value === null || !gender) continue
    const key = `${year} ${group ?? ''}`
    const before = readings.get(key)
    const isPreliminary = status === 'preliminary' || before?.isPreliminary === true
    readings.set(key, { ...before, year, group, [gender]: value, isPreliminary })
  }
  const all = [...readings.values()].sort(
    (a, b) => a.year - b.year || Number(a.group !== null) - Number(b.group !== null),
  )
  return { all, overall: all.filter(({ group }) => group === null) }
}

export const latestOf = <R extends Reading>(readings: readonly R[]): R | undefined => readings.at(-1)

/** With a value for women and one for men. */
export interface Split extends Reading {
  readonly K: number
  readonly M: number
}

export const isSplit = (reading: Reading): reading is Split =>
  reading.K !== undefined && reading.M !== undefined
