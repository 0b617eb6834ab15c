/* Age groups of statistics, which are words: `0-5`, `20–64`, `80+`, `100 år eller äldre`. */

/** One age group in one year. */
export interface Band {
  /** As it is called. */
  readonly name: string
  /** Both ages are in it; without an upper one it goes on. Null where its name says no ages. */
  readonly span: { readonly from: number; readonly to: number | null } | null
  readonly people: number | null
}

export const bandOf = (name: string, people: number | null): Band => ({ name, span: spanOf(name), people })

/** `0-5`, `0–5 år`, `0 to 5`, `80+`, `80-w`, `80 år och äldre`, `105+ år`, `7`. */
const spanOf = (name: string): Band['span'] => {
  const words = name
    .toLowerCase()
    .replaceAll(/(år|years?|yrs)(?!\p{L})/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const closed = /^(\d{1,3}) ?(?:[-–—‒]|to|til|till) ?(\d{1,3})$/.exec(words)
  if (closed) {
    const [from, to] = [Number(closed[1]), Number(closed[2])]
    return from <= to ? { from, to } : null
  }
  const open =
    /^(\d{1,3}) ?(?:\+|[-–—‒] ?w?|(?:och|eller|og|eller|and|or) (?:äldre|eldre|older|over|över|mer))$/.exec(
      words,
    )
  if (open) return { from: Number(open[1]), to: null }
  return /^\d{1,3}$/.test(words) ? { from: Number(words), to: Number(words) } : null
}

/** People of these ages, both included; null where the groups do not fill them exactly. */
export const peopleBetween = (bands: readonly Band[], from: number, to: number | null): number | null => {
  const inside = bands
    .flatMap(({ span, people }) => (span && touches(span, from, to) ? { ...span, people } : []))
    .sort((a, b) => a.from - b.from)
  let next: number | null = from
  let sum = 0
  for (const { from: first, to: last, people } of inside) {
    if (first !== next || people === null) return null
    sum += people
    next = last === null ? null : last + 1
  }
  return next === (to === null ? null : to + 1) ? sum : null
}

const touches = (span: NonNullable<Band['span']>, from: number, to: number | null): boolean =>
  (span.to === null || span.to >= from) && (to === null || span.from <= to)
