import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'

/*
 * Much text at once, in parts. The server takes an update up to a certain size, and an update may not be cut just
 * anywhere: whoever receives a list before its first item deletes the list as broken, for everybody. So each part is
 * a transaction of its own that leaves the text whole.
 */

/** Bytes, roughly; the server's limit for one update is 256 kB. */
const largestPart = 150_000

/** `isMore`: the nodes go on inside the last list, quote or table of the part before. */
export interface Part {
  readonly nodes: Fragment
  readonly isMore: boolean
}

const utf8 = new TextEncoder()

/** How many bytes a node is in an update, on the safe side. */
export const weightOf = (node: Node): number => {
  let weight = node.isText ? utf8.encode(node.text).length : 120
  for (const mark of node.marks) weight += 60 + 2 * JSON.stringify(mark.attrs).length
  node.content.forEach((child) => (weight += weightOf(child)))
  return weight
}

export const partsOf = (content: Fragment): readonly Part[] => {
  const parts: Part[] = []
  for (const group of groupsOf(content)) {
    const [only] = group
    if (group.length > 1 || !only || only.isTextblock || weightOf(only) <= largestPart) {
      parts.push({ nodes: Fragment.fromArray(group), isMore: false })
      continue
    }
    groupsOf(only.content).forEach((children, index) => {
      const nodes = Fragment.fromArray(children)
      parts.push(
        index === 0 ? { nodes: Fragment.from(only.copy(nodes)), isMore: false } : { nodes, isMore: true },
      )
    })
  }
  return parts
}

/** Neighbours together as long as they are light enough. */
const groupsOf = (content: Fragment): Node[][] => {
  const groups: Node[][] = []
  let weight = Infinity
  content.forEach((node) => {
    const own = weightOf(node)
    if (weight + own > largestPart) {
      groups.push([])
      weight = 0
    }
    groups.at(-1)?.push(node)
    weight += own
  })
  return groups
}

/** Whether no part is heavier than may be sent, as one with an endless item in a list would be. */
export const canBeSent = (parts: readonly Part[]): boolean =>
  parts.every(
    ({ nodes }) => nodes.content.reduce((sum, node) => sum + weightOf(node), 0) <= 1.3 * largestPart,
  )

/**
 * Writes the parts where the selection is, one transaction each. They stand on lines of their own: an empty line is
 * taken, a line with text is split.
 */
export const writeParts = (
  parts: readonly Part[],
  current: () => EditorState,
  dispatch: (transaction: Transaction) => void,
): void => {
  const start = current().tr.deleteSelection()
  const line = openLine(start)
  let end = line.to
  for (const [index, { nodes, isMore }] of parts.entries()) {
    const transaction = index === 0 ? start : current().tr
    const at = isMore ? end - 1 : end
    transaction.replaceWith(index === 0 ? line.from : at, at, nodes)
    end += nodes.size - (index === 0 ? line.to - line.from : 0)
    if (index === parts.length - 1)
      transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1)).scrollIntoView()
    dispatch(transaction.setMeta('preventAutolink', true))
  }
}

interface Line {
  readonly from: number
  readonly to: number
}

/** A place between blocks where the caret is, or the empty line that it stands in. */
const openLine = (transaction: Transaction): Line => {
  const { $from } = transaction.selection
  const at = (position: number): Line => ({ from: position, to: position })
  if (!$from.parent.isTextblock) return at($from.pos)
  if ($from.parent.content.size === 0) return { from: $from.before(), to: $from.after() }
  if ($from.parentOffset === 0) return at($from.before())
  if ($from.parentOffset === $from.parent.content.size) return at($from.after())
  transaction.split($from.pos)
  return at($from.pos + 1)
}
