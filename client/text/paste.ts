import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { canBeSent, partsOf, writeParts } from './parts.ts'
import { cleanPasted } from './pasted-html.ts'

/** What one paste may bring, in characters; well under what a whole step may hold. */
export const largestPaste = 1_500_000
/** A text without a break travels and is kept as one piece, and pieces have a largest size. */
export const longestParagraph = 30_000

export interface PasteOptions {
  /** Does something that is undone in one go, however long it takes. */
  readonly asOne: (write: () => void) => void
  readonly tooLong: (characters: number) => void
}

export const Paste = Extension.create<PasteOptions>({
  name: 'pasting',
  addOptions: () => ({ asOne: (write) => write(), tooLong: () => {} }),
  addProseMirrorPlugins() {
    const refuse = (slice: Slice): true => {
      this.options.tooLong(slice.size)
      return true
    }
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanPasted,
          transformPasted: (slice) => new Slice(inParagraphs(slice.content), slice.openStart, slice.openEnd),
          handlePaste: (view, _event, slice) => {
            if (slice.size > largestPaste) return refuse(slice)
            const parts = partsOf(slice.content)
            if (!canBeSent(parts)) return refuse(slice)
            if (parts.length < 2 || !areBlocks(slice.content)) return false
            this.options.asOne(() => writeParts(parts, () => view.state, view.dispatch.bind(view)))
            return true
          },
          handleDrop: (_view, _event, slice) => partsOf(slice.content).length > 1 && refuse(slice),
        },
      }),
    ]
  },
})

const areBlocks = (content: Fragment): boolean => content.content.every(({ type }) => type.isInGroup('block'))

/** The same content with endless paragraphs cut into several, between words where there are any. */
export const inParagraphs = (content: Fragment): Fragment => {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.isTextblock) nodes.push(...cut(node))
    else if (node.isLeaf) nodes.push(node)
    else nodes.push(node.copy(inParagraphs(node.content)))
  })
  return Fragment.fromArray(nodes)
}

const cut = (block: Node): readonly Node[] => {
  const { size } = block.content
  if (size <= longestParagraph) return [block]
  const parts: Node[] = []
  for (let from = 0; from < size;) {
    const to = from + longestParagraph >= size ? size : wordEnd(block, from, from + longestParagraph)
    parts.push(block.copy(block.content.cut(from, to)))
    from = to
  }
  return parts
}

const wordEnd = (block: Node, from: number, to: number): number => {
  const last = block.textBetween(from, to, undefined, '\uFFFC').search(/\s\S*$/)
  return last > 0 ? from + last + 1 : to
}
