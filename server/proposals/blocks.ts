import type { ProseNode } from '../../shared/step/richtext.ts'
import { nodeRules } from '../../shared/step/richtext.ts'
import type { Fates } from './likeness.ts'
import { fatesOf } from './likeness.ts'
import type { Patience } from './patience.ts'
import type { Sides } from './regions.ts'
import { each, regionsOf } from './regions.ts'
import { keyOf, mergeWords } from './words.ts'

/* Rich text put together block by block, and inside a block that both sides changed word by word. */

type Nodes = readonly ProseNode[]

/** Null when both sides changed the same. */
export const mergeBlocks = (sides: Sides<Nodes>, patience: Patience): Nodes | null => {
  const regions = regionsOf(sides, keyOf, patience)
  if (!regions) return null
  const merged: ProseNode[] = []
  for (const region of regions) {
    const nodes = region.is === 'settled' ? region.items : mergeRegion(region.sides, patience)
    if (!nodes) return null
    merged.push(...nodes)
  }
  return merged
}

/** Neighbours that were changed are one region, so the blocks in it are told apart by their place, or by likeness. */
const mergeRegion = (sides: Sides<Nodes>, patience: Patience): Nodes | null => {
  if (JSON.stringify(sides.after) === JSON.stringify(sides.now)) return sides.now
  return mergeEach(sides, patience) ?? mergeAlike(sides, patience)
}

/** Pair by pair, when there are equally many. */
const mergeEach = ({ before, after, now }: Sides<Nodes>, patience: Patience): Nodes | null => {
  if (before.length !== after.length || before.length !== now.length) return null
  const merged: ProseNode[] = []
  for (const [index, was] of before.entries()) {
    const [proposed, stands] = [after[index], now[index]]
    const node = proposed && stands && mergeNode({ before: was, after: proposed, now: stands }, patience)
    if (!node) return null
    merged.push(node)
  }
  return merged
}

const mergeAlike = ({ before, after, now }: Sides<Nodes>, patience: Patience): Nodes | null => {
  const [proposed, standing] = [fatesOf(before, after, patience), fatesOf(before, now, patience)]
  if (!proposed || !standing) return null
  const merged: ProseNode[] = []
  for (let index = 0; index <= before.length; index++) {
    const added = mergeAdded(proposed.added[index] ?? [], standing.added[index] ?? [])
    if (!added) return null
    merged.push(...added)
    const was = before[index]
    if (!was) break
    if (isRewritten(index, proposed, standing)) return null
    const kept = mergeKept(was, proposed.kept[index] ?? null, standing.kept[index] ?? null, patience)
    if (!kept) return null
    merged.push(...kept)
  }
  return merged
}

/** Gone on both sides, but only one of them put something in its place. */
const isRewritten = (index: number, proposed: Fates, standing: Fates): boolean => {
  const beside = ({ added }: Fates) => JSON.stringify([added[index], added[index + 1]])
  return !proposed.kept[index] && !standing.kept[index] && beside(proposed) !== beside(standing)
}

/** Two blocks added at one place have no order that both meant. */
const mergeAdded = (proposed: Nodes, standing: Nodes): Nodes | null => {
  if (proposed.length === 0 || JSON.stringify(proposed) === JSON.stringify(standing)) return standing
  return standing.length === 0 ? proposed : null
}

/** A block that one side took away may go when the other left it as it was. */
const mergeKept = (
  before: ProseNode,
  after: ProseNode | null,
  now: ProseNode | null,
  patience: Patience,
): Nodes | null => {
  if (after && now) {
    const node = mergeNode({ before, after, now }, patience)
    return node && [node]
  }
  const left = after ?? now
  return left === null || keyOf(left) === keyOf(before) ? [] : null
}

const mergeNode = (sides: Sides<ProseNode>, patience: Patience): ProseNode | null => {
  const whole = byKey(sides, keyOf)
  if (whole) return whole
  const head = byKey(sides, headOf)
  const content = head && mergeContent(sides, patience)
  if (!content) return null
  const { type, attrs } = head
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content: [...content] }) }
}

const headOf = ({ type, attrs }: ProseNode): string => JSON.stringify([type, attrs])

/** The side that was changed, when one of them was or both in the same way. */
const byKey = <T>({ before, after, now }: Sides<T>, key: (side: T) => string): T | null => {
  if (key(after) === key(before) || key(after) === key(now)) return now
  return key(now) === key(before) ? after : null
}

const mergeContent = (sides: Sides<ProseNode>, patience: Patience): Nodes | null => {
  const inside = each(sides, childrenOf)
  if (inside.before !== inside.after || inside.before !== inside.now) return null
  const contents = each(sides, ({ content }) => content ?? [])
  if (nodeRules.get(sides.before.type)?.children.has('text')) return mergeWords(contents, patience)
  if (!isGrid(sides.before)) return mergeBlocks(contents, patience)
  // A table in which a row or a column came or went stays in one hand.
  const shapes = each(sides, shapeOf)
  const isSame = shapes.before === shapes.after && shapes.before === shapes.now
  return isSame ? mergeEach(contents, patience) : null
}

/** What may stand inside, as one word to compare. */
const childrenOf = ({ type }: ProseNode): string => [...(nodeRules.get(type)?.children ?? [])].join(' ')

const isGrid = ({ type }: ProseNode): boolean => type === 'table' || type === 'tableRow'

const shapeOf = (node: ProseNode): string =>
  isGrid(node)
    ? `(${(node.content ?? []).map(shapeOf).join()})`
    : JSON.stringify([node.type, node.attrs?.['colspan'] ?? 1, node.attrs?.['rowspan'] ?? 1])
