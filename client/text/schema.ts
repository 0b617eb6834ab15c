import type { AnyExtension, Extensions } from '@tiptap/core'
import { Mark, Node } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { headingLevels, safeHref } from '../../shared/step/richtext.ts'

/*
 * What a text may hold, for the editor: the nodes and marks of `shared/step/richtext.ts` and nothing else. A node that
 * the editor refuses is deleted for everybody who has the document open, so it must not be stricter than that table.
 */

/** Headings in a text stand below the heading of their section, and lists take any block, as the table does. */
const fitted = (extension: AnyExtension): AnyExtension => {
  if (extension instanceof Node && extension.name === 'heading') {
    return extension.extend({
      renderHTML({ node }) {
        const level = headingLevels.find((one) => one === node.attrs['level']) ?? 2
        return [`h${level}`, { 'aria-level': level + 1 }, 0]
      },
    })
  }
  if (extension instanceof Node && extension.name === 'listItem') {
    return extension.extend({
      content: 'block+',
      // Tab belongs to whoever walks through the page with it; see `keys.ts`.
      addKeyboardShortcuts() {
        return { Enter: () => this.editor.commands.splitListItem('listItem') }
      },
    })
  }
  if (extension instanceof Mark && extension.name === 'link') {
    return extension.extend({
      // An address that came some other way than through this editor is shown as text.
      renderHTML({ mark }) {
        const href = safeHref(mark.attrs['href'])
        return href
          ? ['a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0]
          : ['span', {}, 0]
      },
    })
  }
  return extension
}

const kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(fitted)
  },
}).configure({
  heading: { levels: [...headingLevels] },
  link: {
    // Opening is ours (`links.ts`), and only the address is written into the document.
    openOnClick: false,
    defaultProtocol: 'https',
    HTMLAttributes: { target: null, rel: null, class: null },
    isAllowedUri: (href) => safeHref(href) !== null,
  },
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  dropcursor: { color: false, class: 'text-dropcursor' },
  // Would write to the document of whoever merely opens it.
  trailingNode: false,
  // The room's own history takes its place.
  undoRedo: false,
})

const table = Table.extend({
  // The browser lays the columns out; a frame round the table lets a wide one scroll by itself.
  renderHTML: () => ['div', { class: 'text-table' }, ['table', ['tbody', 0]]],
  addNodeView: () => null,
  // Tab leaves the text, from a table too; the arrow keys go from cell to cell.
  addKeyboardShortcuts() {
    const { Tab: _next, 'Shift-Tab': _previous, ...rest } = this.parent?.() ?? {}
    return rest
  },
})

export const schemaExtensions: Extensions = [kit, table, TableRow, TableHeader, TableCell]
