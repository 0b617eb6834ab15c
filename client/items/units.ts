import type { Settings } from '../../shared/board/settings.ts'
import { secureRandom } from '../../shared/ids.ts'
import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'

/* The plan's units while somebody changes them. */

export type Unit = Settings['units'][number]
export const unitKinds = ['council', 'committee', 'department', 'company'] as const

export const newUnitId = (): string =>
  `unit-${[...secureRandom(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** By id: how it is to be, null when it goes. An id that the plan does not have is a new unit. */
export type UnitEdits = Readonly<Record<string, Omit<Unit, 'id'> | null>>

export interface UnitRow extends Unit {
  readonly is: 'kept' | 'added' | 'removed'
}

/** The plan's, as they are to be, and the new ones behind them. */
export const unitRows = (units: readonly Unit[], edits: UnitEdits): readonly UnitRow[] => {
  const known = new Set(units.map(({ id }) => id))
  return [
    ...units.map((unit): UnitRow => {
      const edit = edits[unit.id]
      return { ...unit, ...edit, is: edit === null ? 'removed' : 'kept' }
    }),
    ...Object.entries(edits).flatMap(([id, edit]): UnitRow[] =>
      edit && !known.has(id) ? [{ id, ...edit, is: 'added' }] : [],
    ),
  ]
}

/** A new one without a name was never meant. */
export const changedUnits = (units: readonly Unit[], edits: UnitEdits): readonly Unit[] =>
  unitRows(units, edits)
    .map(({ is, ...unit }) => ({ is, unit: { ...unit, name: unit.name.trim() } }))
    .filter(({ is, unit }) => is !== 'removed' && (is !== 'added' || unit.name !== ''))
    .map(({ unit }) => unit)

const longestName = 200

interface Problem {
  readonly key: MessageKey
  readonly values?: MessageValues
  /** Not to be told before somebody has tried to save. */
  readonly isEarly?: true
}

export const unitProblems = (units: readonly Unit[], edits: UnitEdits): Readonly<Record<string, Problem>> => {
  const rows = unitRows(units, edits).filter(({ is }) => is !== 'removed')
  const problemOf = ({ id, name, is }: UnitRow): Problem | null => {
    const own = name.trim().toLowerCase()
    if (own === '') return is === 'added' ? null : { key: 'settings.needed', isEarly: true }
    if (own.length > longestName) return { key: 'items.tooLong', values: { count: longestName } }
    const isTwice = rows.some((one) => one.id !== id && one.name.trim().toLowerCase() === own)
    // What stood so already is nothing the person has to put right now.
    return isTwice && edits[id] ? { key: 'settings.unitTwice' } : null
  }
  return Object.fromEntries(
    rows.flatMap((row) => {
      const problem = problemOf(row)
      return problem ? [[`unit:${row.id}`, problem] as const] : []
    }),
  )
}
