import * as z from 'zod/mini'

/* What holds for the whole plan and stands in no step: its period, its money, its municipality, its units. */

const line = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))

const Municipality = z.readonly(
  z.strictObject({
    name: line(200),
    code: z.optional(line(20)),
    country: z.optional(line(60)),
    type: z.optional(line(40)),
    population: z.optional(z.int().check(z.minimum(0), z.maximum(10_000_000_000))),
    fictional: z.optional(z.boolean()),
  }),
)

const Period = z.readonly(
  z.strictObject({ from: z.iso.date(), to: z.iso.date() }).check(z.refine(({ from, to }) => from <= to)),
)

/** A part of the organisation that items name as responsible. */
const Unit = z.readonly(
  z.strictObject({
    /** Items link to it as they link to each other. */
    id: z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,140}$/)),
    name: line(200),
    kind: z.enum(['council', 'committee', 'department', 'company']),
  }),
)

const holds =
  (most: number) =>
  (record: object): boolean =>
    Object.keys(record).length <= most

/** What a facilitator changed of a check: other limits, or that it is not asked here. */
const CheckSetting = z.readonly(
  z.strictObject({
    off: z.optional(z.literal(true)),
    params: z.optional(
      z.record(line(40), z.number().check(z.minimum(0), z.maximum(1_000_000))).check(z.refine(holds(20))),
    ),
  }),
)
const checks = z
  .record(z.string().check(z.regex(/^[A-Z]{2,6}-\d{2}$/)), CheckSetting)
  .check(z.refine(holds(200)))

const areDistinct = (units: readonly { readonly id: string }[]): boolean =>
  new Set(units.map(({ id }) => id)).size === units.length

const shape = {
  period: Period,
  startedAt: z.iso.date(),
  currency: line(10),
  /** What amounts are counted in: `tkr`. */
  amountUnit: line(40),
  municipality: Municipality,
  summary: line(5000),
  disclaimer: line(1000),
  checks,
}
const units = z.readonly(z.array(Unit).check(z.maxLength(500), z.refine(areDistinct)))

export const Settings = z.readonly(
  z.strictObject({
    period: z.optional(shape.period),
    startedAt: z.optional(shape.startedAt),
    currency: z.optional(shape.currency),
    amountUnit: z.optional(shape.amountUnit),
    municipality: z.optional(shape.municipality),
    summary: z.optional(shape.summary),
    /** What readers must know before they take the plan for more than it is. */
    disclaimer: z.optional(shape.disclaimer),
    /** By the check's id; what is not named is as in `shared/checks/rules.ts`. */
    checks: z.optional(shape.checks),
    units,
  }),
)
export type Settings = z.infer<typeof Settings>

export const noSettings: Settings = { units: [] }

/** What is not named stays as it is; null takes it away. */
export const settingsChange = {
  period: z.optional(z.nullable(shape.period)),
  startedAt: z.optional(z.nullable(shape.startedAt)),
  currency: z.optional(z.nullable(shape.currency)),
  amountUnit: z.optional(z.nullable(shape.amountUnit)),
  municipality: z.optional(z.nullable(shape.municipality)),
  summary: z.optional(z.nullable(shape.summary)),
  disclaimer: z.optional(z.nullable(shape.disclaimer)),
  checks: z.optional(z.nullable(shape.checks)),
  units: z.optional(units),
}
export const SettingsChange = z.readonly(z.object(settingsChange))
export type SettingsChange = z.infer<typeof SettingsChange>

export const changedSettings = (settings: Settings, change: SettingsChange): Settings => {
  const { units: newUnits, ...rest } = change
  const known = Object.entries({ ...settings, ...rest }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return Settings.parse({ ...Object.fromEntries(known), units: newUnits ?? settings.units })
}
