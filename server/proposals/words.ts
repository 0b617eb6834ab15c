import type { ProseNode } from '../../shared/step/richtext.ts'
import type { Patience } from './patience.ts'
import type { Sides } from './regions.ts'
import { each, regionsOf } from './regions.ts'

/* What stands inside one block: words with their marks, and line breaks. */

/** Null when both sides changed the same words, or their marks. */
export const mergeWords = (
  sides: Sides<readonly ProseNode[]>,
  patience: Patience,
): readonly ProseNode[] | null => {
  const regions = regionsOf(
    each(sides, (nodes) => nodes.flatMap(wordsIn)),
    keyOf,
    patience,
    (key) => spaces.has(key),
  )
  if (!regions) return null
  const merged: ProseNode[] = []
  for (const region of regions) {
    if (region.is === 'settled') merged.push(...region.items)
    else if (keysOf(region.sides.after) === keysOf(region.sides.now)) merged.push(...region.sides.now)
    else return null
  }
  return merged
}

const spaces = new Set([' ', '\u00a0'].map((text) => JSON.stringify({ type: 'text', text })))

export const keyOf = (node: ProseNode): string => JSON.stringify(node)
const keysOf = (nodes: readonly ProseNode[]): string => JSON.stringify(nodes)

/** Words, runs of spaces and every other sign by itself, each with its marks. */
const wordsIn = (node: ProseNode): readonly ProseNode[] =>
  node.text === undefined ? [node] : wordsOf(node.text).map((text) => ({ ...node, text }))

export const wordsOf = (text: string): readonly string[] =>
  text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
