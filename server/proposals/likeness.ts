import { plainText } from '../../shared/step/prose.ts'
import type { ProseNode } from '../../shared/step/richtext.ts'
import type { Patience } from './patience.ts'
import { spend } from './patience.ts'
import { keyOf, wordsOf } from './words.ts'

/* Which block became which, when some came or went beside others that were changed. */

/** What became of each block, null when it went; and what came before each of them, and at the end. */
export interface Fates {
  readonly kept: readonly (ProseNode | null)[]
  readonly added: readonly (readonly ProseNode[])[]
}

/** Below this share of common words two blocks are strangers. */
const alike = 0.4

/** The pairs, in order, that have most in common together. Null when finding them would take too long. */
export const fatesOf = (
  before: readonly ProseNode[],
  after: readonly ProseNode[],
  patience: Patience,
): Fates | null => {
  const [olds, news] = [before.map(signature), after.map(signature)]
  const words = (all: readonly Signature[]) => all.reduce((sum, { size }) => sum + size + 1, 0)
  if (!spend(patience, words(olds) * (news.length + 1) + words(news))) return null
  const table = bestPairs(olds, news)
  const kept: (ProseNode | null)[] = before.map(() => null)
  const added: ProseNode[][] = [...before.map(() => []), []]
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [olds[i], news[j]]
    const pair = old && now ? likeness(old, now) : 0
    if (pair > 0 && table(i, j) === pair + table(i + 1, j + 1)) kept[i++] = after[j++] ?? null
    else if (now && (!old || table(i, j) === table(i, j + 1))) added[i]?.push(...after.slice(j, ++j))
    else i++
  }
  return { kept, added }
}

interface Signature {
  readonly key: string
  readonly type: string
  readonly words: ReadonlyMap<string, number>
  readonly size: number
}

const signature = (node: ProseNode): Signature => {
  const words = new Map<string, number>()
  for (const word of wordsOf(plainText(node)))
    if (word.trim() !== '') words.set(word, (words.get(word) ?? 0) + 1)
  return { key: keyOf(node), type: node.type, words, size: [...words.values()].reduce((a, b) => a + b, 0) }
}

/** 1 for equal blocks, else the share of words in common; 0 for strangers. */
const likeness = (a: Signature, b: Signature): number => {
  if (a.key === b.key) return 1
  if (a.type !== b.type || a.size + b.size === 0) return 0
  let common = 0
  for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0)
  const share = (2 * common) / (a.size + b.size)
  return share >= alike ? share : 0
}

/** The most that the tails from two places have in common. */
const bestPairs = (olds: readonly Signature[], news: readonly Signature[]) => {
  const width = news.length + 1
  const table = new Float64Array((olds.length + 1) * width)
  const at = (i: number, j: number): number => table[i * width + j] ?? 0
  for (const [i, old] of [...olds.entries()].reverse())
    for (const [j, now] of [...news.entries()].reverse()) {
      const pair = likeness(old, now)
      const paired = pair > 0 ? pair + at(i + 1, j + 1) : 0
      table[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  return at
}
