import type { Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { headingLevels } from '../../shared/step/richtext.ts'
import { Link } from './link.ts'
import { TableHeading } from './table-heading.ts'

/*
 * What a text may hold, for the editor: the nodes and marks of `shared/step/richtext.ts` and nothing else. A node that
 * the editor refuses is deleted for everybody who has the document open, so it must not be stricter than that table.
 */

/** Headings in a text stand below the heading of their section. */
const heading = Heading.extend({
  renderHTML({ node }) {
    const level = headingLevels.find((one) => one === node.attrs['level']) ?? 2
    return [`h${level}`, { 'aria-level': level + 1 }, 0]
  },
}).configure({ levels: [...headingLevels] })

/** Takes any block, as the table does. */
const listItem = ListItem.extend({
  content: 'block+',
  // Tab belongs to whoever walks through the page with it; see `keys.ts`.
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem('listItem') }
  },
})

const table = Table.extend({
  // The browser lays the columns out, and words break before a table grows wider than its column.
  renderHTML: () => ['div', { class: 'text-table' }, ['table', ['tbody', 0]]],
  addNodeView: () => null,
  // Tab leaves the text, from a table too; the arrow keys go from cell to cell.
  addKeyboardShortcuts() {
    const { Tab: _next, 'Shift-Tab': _previous, ...rest } = this.parent?.() ?? {}
    return rest
  },
})

/**
 * One by one instead of a kit, which would bring a history (the room's own takes its place), a trailing paragraph
 * (it would write to the document of whoever merely opens it) and nodes that a plan has no use for.
 */
export const schemaExtensions: Extensions = [
  Document,
  Paragraph,
  Text,
  heading,
  Blockquote,
  BulletList,
  OrderedList,
  listItem,
  ListKeymap,
  HardBreak,
  Bold,
  Italic,
  Link,
  table,
  TableRow,
  TableHeading,
  TableCell,
  Dropcursor.configure({ color: false, class: 'text-dropcursor' }),
  Gapcursor,
]
