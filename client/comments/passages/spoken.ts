import { CommentId } from '../../../shared/ids.ts'
import type { ProseDoc, ProseMark, ProseNode } from '../../../shared/step/richtext.ts'
import type { Range } from './flow.ts'
import type { Placed } from './standings.ts'

/* Passages in a text that is read without an editor: laid over its words as one more mark. */

/** A passage of one text, in the editor's positions. */
export interface Spoken extends Range {
  readonly id: CommentId
}

export const spokenIn = (
  standings: ReadonlyMap<CommentId, Placed>,
  stepId: string,
  root: string,
): readonly Spoken[] =>
  [...standings].flatMap(([id, one]) =>
    one.is === 'here' && one.stepId === stepId && one.root === root && one.from < one.to
      ? [{ id, from: one.from, to: one.to }]
      : [],
  )

/** What is laid over words: which thread is about them, and whether they are the first of its words. */
export interface PassageMark {
  readonly id: CommentId
  readonly isFirst: boolean
  /** Words of a link lead where the link does. */
  readonly isLink: boolean
}

const passage = 'passage'

/** The text with its passages; where several lie over each other, the smallest is meant, or the one that is open. */
export const withPassages = (
  text: ProseDoc,
  spoken: readonly Spoken[],
  current: CommentId | null,
): ProseDoc => {
  if (spoken.length === 0) return text
  const begun = new Set<CommentId>()
  const laid = (node: ProseNode, at: number): readonly ProseNode[] => {
    if (node.type !== 'text')
      return [{ ...node, ...(node.content && { content: within(node.content, at + 1) }) }]
    const words = node.text ?? ''
    return piecesOf(at, at + words.length, spoken).map(({ from, to }) => {
      const piece = { ...node, text: words.slice(from - at, to - at) }
      const id = meantAt(from, to, spoken, current)
      if (id === null) return piece
      const isFirst = !begun.has(id)
      begun.add(id)
      const isLink = node.marks?.some(({ type }) => type === 'link') ?? false
      return { ...piece, marks: [...(node.marks ?? []), { type: passage, attrs: { id, isFirst, isLink } }] }
    })
  }
  const within = (nodes: readonly ProseNode[], start: number): ProseNode[] => {
    let at = start
    return nodes.flatMap((node) => {
      const before = at
      at += sizeOf(node)
      return laid(node, before)
    })
  }
  return { ...text, content: within(text.content, 0) }
}

/** What stands in a mark, if it is one of these. */
export const passageIn = ({ type, attrs = {} }: ProseMark): PassageMark | null => {
  const id = CommentId.safeParse(attrs['id']).data
  if (type !== passage || id === undefined) return null
  return { id, isFirst: attrs['isFirst'] === true, isLink: attrs['isLink'] === true }
}

/** As the editor counts: a letter is one, so is a line break, and a node has two ends. */
const sizeOf = ({ type, text = '', content = [] }: ProseNode): number => {
  if (type === 'text') return text.length
  return type === 'hardBreak' ? 1 : content.reduce((sum, node) => sum + sizeOf(node), 2)
}

/** Cut wherever a passage begins or ends. */
const piecesOf = (from: number, to: number, spoken: readonly Spoken[]): readonly Range[] => {
  const inside = spoken.flatMap((one) => [one.from, one.to]).filter((at) => from < at && at < to)
  const cuts = [...new Set([from, ...inside, to])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, before) => ({ from: cuts[before] ?? from, to: end }))
}

const meantAt = (
  from: number,
  to: number,
  spoken: readonly Spoken[],
  current: CommentId | null,
): CommentId | null => {
  const all = spoken
    .filter((one) => one.from <= from && to <= one.to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  return (all.find(({ id }) => id === current) ?? all[0])?.id ?? null
}
