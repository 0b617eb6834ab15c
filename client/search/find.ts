import { folded } from '../table/fold.ts'

/* Finding words in a plan: without case and accents, what is written exactly so first. Knows nothing of what it finds. */

export interface Entry<Group extends string = string> {
  readonly key: string
  readonly group: Group
  readonly title: string
  /** Everything else it says. */
  readonly text: string
}

/** An entry as it is searched: made once. */
export interface Indexed<Of extends Entry> {
  readonly entry: Of
  readonly title: string
  readonly text: string
  /** Both as they are written, but for case. */
  readonly written: string
}

export interface Span {
  readonly from: number
  readonly to: number
}

export interface Hit<Of extends Entry> {
  readonly entry: Of
  /** In the title. */
  readonly marks: readonly Span[]
  /** A piece of the text round the first word that the title has not; null where the title has them all. */
  readonly piece: { readonly words: string; readonly marks: readonly Span[] } | null
}

export const indexed = <Of extends Entry>(entries: readonly Of[]): readonly Indexed<Of>[] =>
  entries.map((entry) => ({
    entry,
    title: folded(entry.title),
    text: folded(entry.text),
    written: `${entry.title}\n${entry.text}`.toLowerCase(),
  }))

/** Those in which every word stands, the best first; of two that are as good, the earlier. */
export const find = <Of extends Entry>(
  index: readonly Indexed<Of>[],
  sought: string,
): readonly Indexed<Of>[] => {
  const exact = wordsIn(sought.toLowerCase())
  const words = wordsIn(folded(sought))
  if (words.length === 0) return []
  const found = index.flatMap((one) => {
    const score = scoreOf(one, words, exact)
    return score === 0 ? [] : [{ one, score }]
  })
  return found.sort((a, b) => b.score - a.score).map(({ one }) => one)
}

const wordsIn = (sought: string): readonly string[] => sought.split(/\s+/).filter(Boolean)

/** 0 where a word is missing. A whole title counts most, then where words begin, then what is written exactly so. */
const scoreOf = (
  { title, text, written }: Indexed<Entry>,
  words: readonly string[],
  exact: readonly string[],
): number => {
  let score = title === words.join(' ') ? 1000 : 0
  for (const [at, word] of words.entries()) {
    const own = placeScore(title, word) * 10 || placeScore(text, word)
    if (own === 0) return 0
    score += own + (written.includes(exact[at] ?? word) ? 4 : 0)
  }
  return score
}

/** 3 at its beginning, 2 where a word begins, 1 within one. */
const placeScore = (words: string, word: string): 0 | 1 | 2 | 3 => {
  let at = words.indexOf(word)
  if (at < 0) return 0
  if (at === 0) return 3
  for (let tries = 0; at > 0 && tries < 8; tries++, at = words.indexOf(word, at + 1))
    if (!isLetter(words[at - 1] ?? '')) return 2
  return 1
}

const isLetter = (one: string): boolean => /[\p{L}\p{N}]/u.test(one)

/** How something that was found is shown. */
export const hitOf = <Of extends Entry>({ entry, title, text }: Indexed<Of>, sought: string): Hit<Of> => {
  const words = wordsIn(folded(sought))
  const missing = words.filter((word) => !title.includes(word))
  const piece = missing.length > 0 ? pieceOf(entry.text, text, words, missing) : null
  return { entry, marks: marksIn(title, words), piece }
}

const marksIn = (words: string, sought: readonly string[]): readonly Span[] => {
  const spans = sought
    .flatMap((word): readonly Span[] => {
      const at = words.indexOf(word)
      return at < 0 ? [] : [{ from: at, to: at + word.length }]
    })
    .sort((a, b) => a.from - b.from)
  return spans.filter((span, at) => at === 0 || span.from >= (spans[at - 1]?.to ?? 0))
}

const before = 40
const longest = 160

const pieceOf = (
  text: string,
  low: string,
  words: readonly string[],
  missing: readonly string[],
): Hit<Entry>['piece'] => {
  const first = Math.min(...missing.map((word) => low.indexOf(word)).filter((at) => at >= 0))
  const from = beginning(text, Math.max(0, first - before))
  const piece = text.slice(from, from + longest)
  const cut = from + longest < text.length
  const lead = from > 0 ? '…' : ''
  const marks = marksIn(low.slice(from, from + longest), words).map((span) => ({
    from: span.from + lead.length,
    to: span.to + lead.length,
  }))
  return { words: `${lead}${piece.toWellFormed().replaceAll(/[\r\n\t]/g, ' ')}${cut ? '…' : ''}`, marks }
}

/** Where the next word begins, so that none is cut in two. */
const beginning = (text: string, at: number): number => {
  if (at === 0) return 0
  const gap = text.slice(at, at + before).search(/\s/)
  return gap < 0 ? at : at + gap + 1
}
