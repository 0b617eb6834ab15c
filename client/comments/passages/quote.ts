import type { PassageWords } from '../../../shared/board/comment.ts'
import type { Flow, Span } from './flow.ts'

/*
 * Finding the quoted words again. White space does not count: Enter, a list or a heading moves it about, and the words
 * are the same.
 */

/** The words without white space, and where each letter stands among them. */
interface Letters {
  readonly all: string
  readonly offsets: readonly number[]
}

const known = new WeakMap<Flow, Letters>()

const lettersIn = (flow: Flow): Letters => {
  const letters = known.get(flow) ?? bare(flow.words)
  known.set(flow, letters)
  return letters
}

const bare = (words: string): Letters => {
  const kept = [...words.matchAll(/\S/g)]
  return { all: kept.map(([letter]) => letter).join(''), offsets: kept.map(({ index }) => index) }
}

const lettersOf = (words: string): string => words.replace(/\s+/g, '')

/** So many letters must agree, of the quote and of what stood round it, if there were so many: a short word is everywhere. */
const enough = 12

export interface Found extends Span {
  /** How many letters before and after it are the same as they were. */
  readonly around: number
}

/** Where the quote stands, when that is certain: the place whose surroundings are most like they were, and no tie. */
export const findQuote = (flow: Flow, said: PassageWords): Found | null => {
  const { quote } = said
  const wanted = lettersOf(quote)
  const needed = Math.min(enough, lettersOf(said.before + quote + said.after).length)
  let best: (Found & { readonly score: number }) | null = null
  let isTie = false
  for (const one of placesOf(flow, wanted)) {
    const around = aroundIn(flow, one, said)
    if (wanted.length + around < needed) continue
    // With its white space too: of two that are else alike, that one.
    const score = around + (flow.words.slice(one.start, one.end) === quote ? 0.5 : 0)
    if (best && score < best.score) continue
    isTie = score === best?.score
    best = { ...one, around, score }
  }
  return isTie ? null : best
}

/** How many letters before and after a place are those that stood there when it was spoken of. */
export const aroundIn = ({ words }: Flow, { start, end }: Span, { before, after }: PassageWords): number =>
  shared(lettersOf(before), words, start - 1, -1) + shared(lettersOf(after), words, end, 1)

function* placesOf(flow: Flow, wanted: string): Generator<Span> {
  if (wanted === '') return
  const { all, offsets } = lettersIn(flow)
  for (let first = all.indexOf(wanted); first >= 0; first = all.indexOf(wanted, first + 1)) {
    const start = offsets[first] ?? 0
    yield { start, end: (offsets[first + wanted.length - 1] ?? start) + 1 }
  }
}

/** How many of the letters stand in the words from a place on, one way or the other. */
const shared = (letters: string, words: string, from: number, step: 1 | -1): number => {
  let count = 0
  for (let at = from; count < letters.length && at >= 0 && at < words.length; at += step) {
    const letter = words.charAt(at)
    if (/\s/.test(letter)) continue
    if (letter !== letters.at(step === 1 ? count : -1 - count)) break
    count++
  }
  return count
}

/** How much of the shorter of two texts is also in the other, from 0 to 1, by groups of three letters. */
export const likeness = (one: string, other: string): number => {
  const [short, long] = [lettersOf(one), lettersOf(other)].toSorted((a, b) => a.length - b.length)
  if (short === undefined || long === undefined || long.includes(short)) return 1
  if (short.length < 6) return 0.5
  const inLong = new Set(threes(long))
  const inShort = threes(short)
  return inShort.filter((three) => inLong.has(three)).length / inShort.length
}

const threes = (letters: string): string[] =>
  Array.from({ length: Math.max(letters.length - 2, 0) }, (_, index) => letters.slice(index, index + 3))
