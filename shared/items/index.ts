import { activity } from './activity.ts'
import { contribution } from './contribution.ts'
import type { Fields, Kind } from './define.ts'
import { evidence } from './evidence.ts'
import { goal } from './goal.ts'
import { indicator } from './indicator.ts'
import { stakeholder } from './stakeholder.ts'

/* The registry: every kind of item there is. A new one is its file and one line here. */

const registry = { goal, indicator, stakeholder, activity, contribution, evidence } as const

export type ItemKind = keyof typeof registry

export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>(Object.entries(registry))

type OptionTexts<F> = F extends {
  of: { name: infer Name extends string; values: readonly (infer V extends string)[] }
}
  ? `${Name}=${V}`
  : never
type PartTexts<F> = F extends { by: readonly (infer Part)[] } ? OptionTexts<Part> : never
type FieldTexts<Path extends string, Of extends Fields> = {
  [Name in keyof Of & string]:
    | `${Path}.${Name}`
    | OptionTexts<Of[Name]>
    | PartTexts<Of[Name]>
    | (Of[Name] extends { fields: infer Inner extends Fields } ? FieldTexts<`${Path}.${Name}`, Inner> : never)
}[keyof Of & string]

/** Every text the registry needs in each language: a kind's names, its fields', its options'. */
export type ItemText = {
  [Name in ItemKind]:
    `${Name}:one` | `${Name}:many` | `${Name}:add` | FieldTexts<Name, (typeof registry)[Name]['fields']>
}[ItemKind]
