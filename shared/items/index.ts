import { activity } from './activity.ts'
import { allocation } from './allocation.ts'
import { arena } from './arena.ts'
import { contribution } from './contribution.ts'
import { dataSource } from './data-source.ts'
import type { Fields, Kind } from './define.ts'
import { evidence } from './evidence.ts'
import { feedback } from './feedback.ts'
import { followUp } from './follow-up.ts'
import { goal } from './goal.ts'
import { indicator } from './indicator.ts'
import { initiative } from './initiative.ts'
import { missionSource } from './mission-source.ts'
import { planLink } from './plan-link.ts'
import { planningTool } from './planning-tool.ts'
import { populationForecast } from './population-forecast.ts'
import { resourceFrame } from './resource-frame.ts'
import { reviewStructure } from './review-structure.ts'
import { scenario } from './scenario.ts'
import { stakeholder } from './stakeholder.ts'
import { supportStructure } from './support-structure.ts'
import { targetGroup } from './target-group.ts'
import { trend } from './trend.ts'

/* The registry: every kind of item there is. A new one is its file and one line here. */

export const registry = {
  missionSource,
  populationForecast,
  trend,
  scenario,
  targetGroup,
  evidence,
  dataSource,
  goal,
  indicator,
  stakeholder,
  resourceFrame,
  allocation,
  activity,
  contribution,
  planLink,
  supportStructure,
  arena,
  initiative,
  planningTool,
  feedback,
  reviewStructure,
  followUp,
} as const

export type ItemKind = keyof typeof registry

export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>(Object.entries(registry))

type OptionTexts<F> = F extends {
  of: { name: infer Name extends string; values: readonly (infer V extends string)[] }
}
  ? `${Name}=${V}`
  : never
/** A key's own words have a heading of their own; years and links are headed alike everywhere. */
type PartTexts<Path extends string, F> = F extends { by: readonly (infer Part)[] }
  ? | OptionTexts<Part>
    | (Part extends { is: 'word'; name: infer Name extends string } ? `${Path}.${Name}` : never)
  : never
type FieldTexts<Path extends string, Of extends Fields> = {
  [Name in keyof Of & string]:
    | `${Path}.${Name}`
    | OptionTexts<Of[Name]>
    | PartTexts<`${Path}.${Name}`, Of[Name]>
    | (Of[Name] extends { fields: infer Inner extends Fields } ? FieldTexts<`${Path}.${Name}`, Inner> : never)
}[keyof Of & string]

/** Every text the registry needs in each language: a kind's names, its fields', its options'. */
export type ItemText = {
  [Name in ItemKind]:
    `${Name}:one` | `${Name}:many` | `${Name}:add` | FieldTexts<Name, (typeof registry)[Name]['fields']>
}[ItemKind]
