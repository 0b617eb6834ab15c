import type { Change } from '../../shared/board/proposals.ts'
import { plainText } from '../../shared/step/read.ts'

/*
 * Words of a text, in clear: what a proposal changes is kept as ProseMirror JSON, and is shown as words added and
 * removed, so that it can be read, copied and compared without an editor.
 */

/** The words of one side of a change: a text's plain words, a field's value, all that an item says, or none. */
export const wordsOf = (value: Change['after']): string => {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  const isItem = !Array.isArray(value) && value['type'] !== 'doc'
  return isItem ? wordsOfItem(value) : plainText(value).trim()
}

/** Where it stands among the others is no word of it. */
const wordsOfItem = (leaves: { readonly [path: string]: Change['after'] }): string =>
  Object.entries(leaves)
    .filter(([path]) => path !== 'order')
    .map(([, leaf]) => wordsOf(leaf))
    .filter((words) => words !== '')
    .join('\n')

export interface Piece {
  readonly is: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Above this many compared pairs the texts are shown whole, one after the other. */
const limit = 4_000_000

/** What became of the words on the way from one text to the other, in reading order. */
export const compareWords = (before: string, after: string): readonly Piece[] => {
  const old = tokens(before)
  const now = tokens(after)
  const start = commonStart(old, now)
  const end = commonStart(old.slice(start).reverse(), now.slice(start).reverse())
  return joined([
    { is: 'same', text: old.slice(0, start).join('') },
    ...compare(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    { is: 'same', text: old.slice(old.length - end).join('') },
  ])
}

/** Words, runs of spaces, line breaks, and every other sign by itself. */
const tokens = (text: string): readonly string[] =>
  text.match(/\n|[^\S\n]+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

const compare = (old: readonly string[], now: readonly string[]): readonly Piece[] => {
  const all = (is: 'added' | 'removed', texts: readonly string[]) =>
    texts.map((text): Piece => ({ is, text }))
  if (old.length * now.length > limit) return [...all('removed', old), ...all('added', now)]
  const common = commonLengths(old, now)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      pieces.push({ is: 'same', text: old[i] ?? '' })
      i++
      j++
    } else if (common(i + 1, j) >= common(i, j + 1)) pieces.push(...all('removed', old.slice(i, ++i)))
    else pieces.push(...all('added', now.slice(j, ++j)))
  }
  return [...pieces, ...all('removed', old.slice(i)), ...all('added', now.slice(j))]
}

/** How many tokens two tails have in common, in order, by the textbook's table. */
const commonLengths = (old: readonly string[], now: readonly string[]) => {
  const width = now.length + 1
  const table = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      table[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  return at
}

/** Neighbours of one kind become one piece; empty ones go. */
const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.text === '') continue
    if (last?.is === piece.is) result[result.length - 1] = { ...last, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}

/** Long unchanged stretches shrink to the words nearest a change. */
export const nearChanges = (pieces: readonly Piece[], keep = 100): readonly Piece[] =>
  pieces.map((piece, at) => {
    if (piece.is !== 'same' || piece.text.length <= keep * 2.5) return piece
    const head = at === 0 ? '' : `${firstWords(piece.text, keep)} `
    const tail = at === pieces.length - 1 ? '' : ` ${lastWords(piece.text, keep)}`
    return { is: 'same', text: `${head}…${tail}` }
  })

const firstWords = (text: string, length: number): string =>
  text.slice(0, length).replace(/\S*$/, '').trimEnd()
const lastWords = (text: string, length: number): string =>
  text.slice(-length).replace(/^\S*/, '').trimStart()
