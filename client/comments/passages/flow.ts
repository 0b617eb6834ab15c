import * as Y from 'yjs'
import { nodeRules } from '../../../shared/step/richtext.ts'

/*
 * A shared text as it reads, with the editor's position of every letter. Made from the shared document alone: it is
 * known without an editor, and nothing is written on the way, as building the editor's own nodes may do.
 */

/** The letters of one shared text: where they begin in the editor (`at`) and among all the words (`offset`). */
export interface Run {
  readonly text: Y.XmlText
  readonly at: number
  readonly offset: number
  readonly length: number
}

/** From the editor's one position up to the other. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface Flow {
  /** Blocks, and lines within them, stand apart by a line break. */
  readonly words: string
  readonly runs: readonly Run[]
  readonly runOf: ReadonlyMap<unknown, Run>
  /** The insides of paragraphs and headings. */
  readonly blocks: readonly Range[]
  readonly doc: Y.Doc
}

export const flowOf = (fragment: Y.XmlFragment, doc: Y.Doc): Flow => {
  const parts: string[] = []
  const runs: Run[] = []
  const blocks: Range[] = []
  let at = 0
  let offset = 0
  const write = (words: string) => {
    parts.push(words)
    offset += words.length
  }
  const read = (node: Node) => {
    if (node instanceof Y.XmlText) {
      const words = lettersOf(node)
      runs.push({ text: node, at, offset, length: words.length })
      write(words)
      at += words.length
    } else if (isLineBreak(node)) {
      write('\n')
      at += 1
    } else if (node instanceof Y.XmlElement) {
      const isBlock = holdsText(node)
      if (isBlock && blocks.length > 0) write('\n')
      at += 1
      const from = at
      node.toArray().forEach(read)
      if (isBlock) blocks.push({ from, to: at })
      at += 1
    }
  }
  fragment.toArray().forEach(read)
  return { words: parts.join(''), runs, runOf: new Map(runs.map((run) => [run.text, run])), blocks, doc }
}

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

const isLineBreak = (node: Node): boolean =>
  node instanceof Y.XmlElement && nodeRules.get(node.nodeName)?.children.size === 0
const holdsText = (node: Y.XmlElement): boolean => nodeRules.get(node.nodeName)?.children.has('text') ?? false

/** What is in it and no editor writes counts as one letter, as it does in positions. */
const lettersOf = (text: Y.XmlText): string => {
  const delta = text.toDelta() as readonly { readonly insert: unknown }[]
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')
}

/** Where the letters from one offset up to another stand; null when there are none between them. */
export const rangeOf = ({ runs }: Flow, start: number, end: number): Range | null => {
  const first = runs.find(({ offset, length }) => start < offset + length)
  const last = runs.findLast(({ offset }) => offset < end)
  if (!first || !last) return null
  const from = first.at + Math.max(start - first.offset, 0)
  const to = last.at + Math.min(end - last.offset, last.length)
  return from < to ? { from, to } : null
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** The offsets of the letters between two positions, without the white space at their ends; null when there are none. */
export const spanOf = ({ runs, words }: Flow, { from, to }: Range): Span | null => {
  const first = runs.find(({ at, length }) => from < at + length)
  const last = runs.findLast(({ at }) => at < to)
  if (!first || !last) return null
  const start = first.offset + Math.max(from - first.at, 0)
  const end = last.offset + Math.min(to - last.at, last.length)
  const said = words.slice(start, end)
  if (said.trim() === '') return null
  return {
    start: start + said.length - said.trimStart().length,
    end: end - (said.length - said.trimEnd().length),
  }
}
