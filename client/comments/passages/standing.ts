import type { PassageWords, TextAnchor } from '../../../shared/board/comment.ts'
import type { Flow, Range, Span } from './flow.ts'
import { rangeOf, spanOf } from './flow.ts'
import type { Moved } from './position.ts'
import { follow } from './position.ts'
import type { Found } from './quote.ts'
import { aroundIn, findQuote, likeness } from './quote.ts'

/** Where a passage stands in its text now; every page that has the same text says the same. */
export type Standing =
  | (Range & {
      readonly is: 'here'
      /** Whether its ends still stand, or it was found by its words. */
      readonly isFirm: boolean
    })
  | { readonly is: 'orphan' }

/**
 * `moved` is where somebody who moved the text said that it stands since. One that was placed by hand is no more where
 * it stood when it was written, nor known by what it said then.
 */
export const standingOf = (anchor: TextAnchor, moved: Moved | undefined, flow: Flow): Standing => {
  const said = moved?.words ?? anchor
  const ends = moved?.words ? [moved] : moved ? [moved, anchor] : [anchor]
  const led = ends.map((one) => follow(flow, one)).filter((one) => one !== null)
  const found = findQuote(flow, said)
  const firm = led.find((one) => one.isFirm && isBelieved(said, one, found, flow))
  if (firm) return { is: 'here', from: firm.from, to: firm.to, isFirm: true }
  const range = found && rangeOf(flow, found.start, found.end)
  if (range) return { is: 'here', ...range, isFirm: false }
  // An end was deleted, and a piece of the words is left.
  const piece = led.find((one) => isPiece(said, one, flow))
  return piece ? { is: 'here', from: piece.from, to: piece.to, isFirm: false } : { is: 'orphan' }
}

const wordsIn = ({ words }: Flow, { start, end }: Span): string => words.slice(start, end)

/** So much of what stands there must be of the quote, for the place to be sure beside another that says all of it. */
const alike = 0.8

/**
 * The editor may write new words over old letters, so a position alone is not enough. Where the quote stands somewhere
 * else, words that are little like it keep the passage only as long as they stand in as much of its surroundings.
 */
const isBelieved = (said: PassageWords, led: Range, found: Found | null, flow: Flow): boolean => {
  const span = spanOf(flow, led)
  if (!span) return false
  const isLike = likeness(wordsIn(flow, span), said.quote)
  return isLike >= alike || (isLike > 0 && (!found || found.around <= aroundIn(flow, span, said)))
}

const smallestPiece = 3

const isPiece = ({ quote }: PassageWords, led: Range, flow: Flow): boolean => {
  const span = spanOf(flow, led)
  const words = span ? wordsIn(flow, span) : ''
  return words.length >= smallestPiece && quote.includes(words)
}
