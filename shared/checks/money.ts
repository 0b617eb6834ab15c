import type { TypedItem } from '../items/typed.ts'
import type { CheckedPlan } from './define.ts'
import { activitiesOf } from './connections.ts'
import { once } from './found.ts'
import { isBlank } from './place.ts'

/* What the amounts of a plan add up to. What nobody has said counts as nothing. */

export type Allocation = TypedItem<'allocation'>
export type Frame = TypedItem<'resourceFrame'>

/** The frames of one year, with what there is and what of it was given out. */
export interface Year {
  readonly frame: Frame
  readonly total: number
  readonly given: number
}

/** Years whose frame says how much there is. Several frames of one year are one: the first stands for them. */
export const yearsOf = once(({ items }): readonly Year[] => {
  const given = new Map<number | null, number>()
  for (const { year, amount } of items('allocation')) given.set(year, (given.get(year) ?? 0) + (amount ?? 0))
  const years = new Map<number, Year>()
  for (const frame of items('resourceFrame')) {
    const { year, total } = frame
    if (year === null || total === null) continue
    const before = years.get(year) ?? { frame, total: 0, given: given.get(year) ?? 0 }
    years.set(year, { ...before, total: before.total + total })
  }
  return [...years.values()]
})

/** In percent; null where it cannot be told. */
export const changeOf = ({ previous, amount }: Pick<Allocation, 'previous' | 'amount'>): number | null => {
  const change = previous !== null && previous > 0 && amount !== null ? (amount / previous - 1) * 100 : null
  // Of next to nothing, anything is more than a number can say.
  return Number.isFinite(change) ? change : null
}

/** By year, the change of all that changes can be told of: of their money together, not of one and one. */
export const averageChanges = once(({ items }): ReadonlyMap<number | null, number> => {
  const sums = new Map<number | null, { readonly previous: number; readonly amount: number }>()
  for (const one of items('allocation')) {
    if (changeOf(one) === null) continue
    const { previous, amount } = sums.get(one.year) ?? { previous: 0, amount: 0 }
    sums.set(one.year, { previous: previous + (one.previous ?? 0), amount: amount + (one.amount ?? 0) })
  }
  return new Map([...sums].map(([year, sum]) => [year, changeOf(sum) ?? 0]))
})

/** How much more or less each costs per recipient than its service does in all its areas: 0.1 is a tenth more. */
export const deviationsOf = once(({ items }): ReadonlyMap<Allocation, number> => {
  const services = new Map<string, Allocation[]>()
  for (const one of items('allocation')) {
    if (!isCounted(one)) continue
    const key = JSON.stringify([one.year, named(one.service), named(one.volume?.unit)])
    const alike = services.get(key)
    if (alike) alike.push(one)
    else services.set(key, [one])
  }
  return new Map([...services.values()].flatMap(deviationsWithin))
})

/** Whether its cost per recipient can be told, and of which area. */
const isCounted = ({ service, area, amount, volume }: Allocation): boolean =>
  !isBlank(service) &&
  !isBlank(area) &&
  amount !== null &&
  (volume?.value ?? 0) > 0 &&
  Number.isFinite(amount / (volume?.value ?? 1))

const named = (words: string | null | undefined): string => (words ?? '').trim().toLowerCase()

const deviationsWithin = (alike: readonly Allocation[]): readonly (readonly [Allocation, number])[] => {
  if (new Set(alike.map(({ area }) => named(area))).size < 2) return []
  const amount = sum(alike.map((one) => one.amount ?? 0))
  const mean = amount / sum(alike.map(({ volume }) => volume?.value ?? 0))
  if (mean === 0) return []
  return alike
    .map((one) => [one, (one.amount ?? 0) / (one.volume?.value ?? 1) / mean - 1] as const)
    .filter(([, deviation]) => Number.isFinite(deviation))
}

/** What all activities together take of each allocation. */
export const spendingOf = once((plan: CheckedPlan): ReadonlyMap<string, number> => {
  const spending = new Map<string, number>()
  for (const { cost } of activitiesOf(plan)) {
    const { allocationId, amount } = cost ?? {}
    if (allocationId) spending.set(allocationId, (spending.get(allocationId) ?? 0) + (amount ?? 0))
  }
  return spending
})

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
