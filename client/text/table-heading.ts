import { TableHeader } from '@tiptap/extension-table'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const key = new PluginKey<DecorationSet>('tableHeading')

/** A heading without words names nothing: until it has some it is told of as a cell like the others. */
export const TableHeading = TableHeader.extend({
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key,
        state: {
          init: (_config, { doc }) => asCells(doc),
          apply: ({ docChanged, doc }, before) => (docChanged ? asCells(doc) : before),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

const asCells = (doc: Node): DecorationSet => {
  const found: Decoration[] = []
  doc.descendants((node, at) => {
    if (node.type.name === TableHeader.name && node.textContent.trim() === '')
      found.push(Decoration.node(at, at + node.nodeSize, { role: 'cell' }))
    return !node.isTextblock
  })
  return DecorationSet.create(doc, found)
}
