import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Field, Fields, Kind } from '../../shared/items/define.ts'
import { parseItem } from '../../shared/items/parse.ts'
import type { Plain } from '../../shared/items/plain.ts'
import { plainOf } from '../../shared/items/plain.ts'
import type { Json } from '../../shared/json.ts'
import { allKinds } from '../support/items.ts'
import { readSample, samples } from '../support/sample-plan.ts'

/* The two fictitious plans, kind by kind: all of it is understood, and written again as it stood. */

type Language = keyof typeof samples

const plansOf = (language: Language, { file, single }: Kind): readonly Plain[] => {
  const plan = readSample(language) as unknown as Readonly<Record<string, readonly Plain[] | Plain>>
  const found = plan[file] ?? []
  return (single ? [found].flat() : found) as readonly Plain[]
}

const cases = (Object.keys(samples) as Language[]).flatMap((language) =>
  allKinds.map((kind) => [kind.file, language, kind] as const),
)

describe('the sample plans', () => {
  it.each(cases)(
    'IT9 the %s of the plan in %s are read whole and written as they stood',
    (_, language, kind) => {
      for (const plain of plansOf(language, kind)) {
        let fresh = 0
        const { id, leaves, problems, unknown } = parseItem(kind, plain, () => `fresh-${fresh++}`)
        expect([problems, unknown], id).toEqual([[], []])
        const item = { kind: kind.kind, id, order: 'a0', deleted: null, leaves }
        const derived = (kind.derived ?? []).map(({ name }) => name)
        const stored = Object.fromEntries(Object.entries(plain).filter(([name]) => !derived.includes(name)))
        const written = JSON.parse(JSON.stringify(plainOf(kind, item))) as Plain
        expect(sorted(kind.fields, written), id).toEqual(sorted(kind.fields, stored))
      }
    },
  )

  it.each(cases)(
    'IT9 what files derive for the %s of the plan in %s follows from the links',
    (_, language, kind) => {
      for (const { name, kind: from, field } of kind.derived ?? []) {
        const linking = plansOf(language, must(allKinds.find((one) => one.kind === from)))
        for (const { id, [name]: said } of plansOf(language, kind))
          expect(said).toEqual(
            linking
              .filter((one) => ([one[field]].flat() as Json[]).includes(id ?? null))
              .map((one) => one['id']),
          )
      }
    },
  )

  it('IT9 there are things of nearly every kind to judge', () => {
    const languages = Object.keys(samples) as Language[]
    const judged = allKinds.filter((kind) => languages.some((one) => plansOf(one, kind).length > 0))
    expect(judged.length).toBeGreaterThan(allKinds.length * 0.8)
  })
})

/** The order of sets and tables says nothing, nor in which way a file says nothing. */
const sorted = (fields: Fields, plain: Plain): Plain =>
  Object.fromEntries(
    Object.entries(plain).flatMap(([name, json]): [string, Json][] => {
      const field = fields[name]
      if (!field) return [[name, json]]
      if (json === '' || json === null) return field.optional ? [] : [[name, null]]
      return [[name, sortedField(field, json)]]
    }),
  )

const sortedField = (field: Field, json: Json): Json => {
  const isSet = ['choices', 'links', 'table'].includes(field.is)
  const inside = (one: Json): Json =>
    'fields' in field && typeof one === 'object' && one !== null && !Array.isArray(one)
      ? sorted(field.fields, one)
      : one
  if (!Array.isArray(json)) return inside(json)
  const all = json.map(inside)
  return isSet ? all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : all
}

const keyOf = (json: Json): string =>
  JSON.stringify(
    typeof json === 'object' && json !== null
      ? Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1))
      : json,
  )
