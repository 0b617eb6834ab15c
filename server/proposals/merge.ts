import canonicalize from 'canonicalize'
import type { Json } from '../../shared/json.ts'
import { isBlank, tidyDoc } from '../../shared/step/prose.ts'
import type { LeftOut } from '../../shared/step/prose.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { isPlainObject } from '../../shared/step/richtext.ts'
import { mergeBlocks } from './blocks.ts'
import type { Patience } from './patience.ts'
import { patience } from './patience.ts'
import type { Sides } from './regions.ts'
import { each } from './regions.ts'

/*
 * The three-way merge of what a proposal saw, what it makes of it, and what stands there now. Pure; whatever cannot
 * be put together is left to people.
 */

/** The text that both sides meant, or null when both changed the same words. */
export const mergeTexts = (sides: Sides<ProseDoc>, within: Patience = patience()): ProseDoc | null => {
  const { before, after, now } = each(sides, withoutBlanks)
  if (same(after, before) || same(after, now)) return sides.now
  if (same(now, before)) return sides.after
  const content = mergeBlocks(
    each({ before, after, now }, (text) => text.content),
    within,
  )
  if (!content) return null
  const leftOut: LeftOut = new Set()
  const merged = tidyDoc({ content }, leftOut)
  return leftOut.size === 0 ? merged : null
}

/** The value that both sides meant, as `{ merged }` since null is a value; null when both changed it. */
export const mergeValues = ({ before, after, now }: Sides<Json>): { readonly merged: Json } | null => {
  if (same(after, before) || same(after, now)) return { merged: now }
  return same(now, before) ? { merged: after } : null
}

/** Whatever the order of its keys. */
export const same = (a: Json | ProseDoc, b: Json | ProseDoc): boolean => canonicalize(a) === canonicalize(b)

/** A text in its tidy form; null is the empty one, and what is no text at all gives null. */
export const textFrom = (json: unknown, leftOut?: LeftOut): ProseDoc | null => {
  if (json === null) return nothing
  if (!isPlainObject(json) || json['type'] !== 'doc') return null
  const { content = [] } = json
  return Array.isArray(content) ? tidyDoc(json, leftOut) : null
}

const nothing: ProseDoc = { type: 'doc', content: [] }

/** An editor may leave an empty paragraph where nothing was. */
const withoutBlanks = (text: ProseDoc): ProseDoc => (isBlank(text) ? nothing : text)
