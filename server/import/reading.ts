import type * as z from 'zod/mini'

/* What came of reading somebody's file: what is wrong with it, and what there is no place for. */

export type WhyNot = 'wrong' | 'duplicate' | 'tooDeep' | 'tooMuch' | 'noFormat' | 'noProcess'

export type WhyLeftOut =
  'noKind' | 'unknown' | 'noStep' | 'noQuestion' | 'noSection' | 'noPerson' | 'noSubject' | 'noAuthor'

export interface Problem {
  /** `goals[2].priority` */
  readonly where: string
  readonly why: WhyNot
}

export interface LeftOut {
  /** `trends (3)` */
  readonly place: string
  readonly why: WhyLeftOut
}

type Path = readonly PropertyKey[]

export class Reading {
  readonly #problems: Problem[] = []
  readonly #leftOut = new Map<string, { readonly place: string; readonly why: WhyLeftOut; count: number }>()

  /** The first thing that is wrong with the file, or null. */
  get problem(): Problem | null {
    return this.#problems[0] ?? null
  }

  /** Places that differ in their numbers alone are one, and counted. What nobody knows comes last. */
  get leftOut(): readonly LeftOut[] {
    const unknownLast = [...this.#leftOut.values()].toSorted(
      (a, b) => Number(a.why === 'unknown') - Number(b.why === 'unknown'),
    )
    return unknownLast.map(({ place, why, count }) => ({
      place: count > 1 || place.includes('[]') ? `${place} (${count})` : place,
      why,
    }))
  }

  fail(where: string, why: WhyNot): void {
    this.#problems.push({ where: where.slice(0, 200), why })
  }

  leaveOut(place: string, why: WhyLeftOut, count = 1): void {
    const general = place.replaceAll(/\[\d+\]/g, '[]').slice(0, 200)
    const key = `${why} ${general}`
    const known = this.#leftOut.get(key)
    if (known) known.count += count
    else if (this.#leftOut.size < mostPlaces) this.#leftOut.set(key, { place: general, why, count })
    else this.#leaveOutRest(count)
  }

  /** A list of a kind that there is no place for. */
  leaveOutAll(place: string, json: unknown, why: WhyLeftOut): void {
    const count = Array.isArray(json) ? json.length : json === null ? 0 : 1
    if (count > 0) this.leaveOut(place, why, count)
  }

  /** The value, or null when it is wrong. Keys that are not known are left out; `json` loses them. */
  read<T>(schema: z.ZodMiniType<T>, json: unknown, place = ''): T | null {
    for (;;) {
      const result = schema.safeParse(json)
      if (result.success) return result.data
      const unknown = result.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
      const wrong = result.error.issues.find((issue) => issue.code !== 'unrecognized_keys')
      if (wrong) {
        this.fail(placeOf(place, wrong.path) || '.', 'wrong')
        return null
      }
      for (const { path, keys } of unknown) this.#dropKeys(json, path, keys, place)
    }
  }

  #dropKeys(json: unknown, path: Path, keys: readonly string[], place: string): void {
    // A place that the schema walked to is there.
    const at = path.reduce<unknown>((one, key) => (one as Record<PropertyKey, unknown>)[key], json)
    for (const key of keys) {
      this.leaveOut(placeOf(place, [...path, key]), 'unknown')
      Reflect.deleteProperty(at as object, key)
    }
  }

  #leaveOutRest(count: number): void {
    const known = this.#leftOut.get('rest')
    if (known) known.count += count
    else this.#leftOut.set('rest', { place: '…', why: 'unknown', count })
  }
}

const mostPlaces = 200

export const placeOf = (start: string, path: Path): string =>
  path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`,
    start,
  )

const deepest = 120

/** Names that stand for an object's own machinery in JavaScript: no plan has them. */
const poison = new Set(['__proto__', 'prototype'])

/**
 * Where the JSON is nested deeper than anything we read, or holds a name that poisons; null when it is in order. Does
 * not recurse, since it may be very deep.
 */
export const unsound = (json: unknown): Problem | null => {
  let level: readonly Placed[] = [{ value: json, place: '' }]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return { where: level[0]?.place ?? '', why: 'tooDeep' }
    const next: Placed[] = []
    for (const { value, place } of level) {
      const poisoned = inside(value, place, depth, next)
      if (poisoned !== null) return { where: poisoned, why: 'wrong' }
    }
    level = next
  }
  return null
}

interface Placed {
  readonly value: unknown
  readonly place: string
}

/** Adds what stands in it to `next`; where a name poisons, or null. The first two names say where to look. */
const inside = (value: unknown, place: string, depth: number, next: Placed[]): string | null => {
  if (typeof value !== 'object' || value === null) return null
  for (const [key, one] of Object.entries(value)) {
    if (poison.has(key)) return placeOf(place, [key])
    if (typeof one !== 'object' || one === null) continue
    next.push({
      value: one,
      place: depth > 1 ? place : placeOf(place, [Array.isArray(value) ? Number(key) : key]),
    })
  }
  return null
}
