import type { Editor } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'
import {
  Bold,
  Heading1,
  Heading2,
  Italic,
  List,
  ListIndentDecrease,
  ListIndentIncrease,
  ListOrdered,
  TextQuote,
} from 'lucide-react'
import type { MessageKey } from '../../shared/messages/format.ts'
import { ctrl } from './shortcut.ts'

/** A button that does something to what is selected. */
export interface Tool {
  readonly name: MessageKey
  readonly icon: LucideIcon
  readonly keys?: string
  /** Absent for what is done rather than switched on. */
  readonly isOn?: (editor: Editor) => boolean
  /** Absent for what always has a meaning. */
  readonly isShown?: (editor: Editor) => boolean
  readonly run: (editor: Editor) => void
}

const isInList = (editor: Editor): boolean => editor.isActive('listItem')

const words: readonly Tool[] = [
  {
    name: 'text.bold',
    icon: Bold,
    keys: ctrl('B'),
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.commands.toggleBold(),
  },
  {
    name: 'text.italic',
    icon: Italic,
    keys: ctrl('I'),
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.commands.toggleItalic(),
  },
]

const lists: readonly Tool[] = [
  {
    name: 'text.bulletList',
    icon: List,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.commands.toggleBulletList(),
  },
  {
    name: 'text.orderedList',
    icon: ListOrdered,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.commands.toggleOrderedList(),
  },
  {
    name: 'text.outdent',
    icon: ListIndentDecrease,
    isShown: isInList,
    run: (editor) => editor.commands.liftListItem('listItem'),
  },
  {
    name: 'text.indent',
    icon: ListIndentIncrease,
    isShown: isInList,
    run: (editor) => editor.commands.sinkListItem('listItem'),
  },
]

const blocks: readonly Tool[] = [
  {
    name: 'text.heading',
    icon: Heading1,
    // What was pasted may also hold the level above, which looks the same.
    isOn: (editor) => editor.isActive('heading', { level: 2 }) || editor.isActive('heading', { level: 1 }),
    run: (editor) => editor.commands.toggleHeading({ level: 2 }),
  },
  {
    name: 'text.subheading',
    icon: Heading2,
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
    run: (editor) => editor.commands.toggleHeading({ level: 3 }),
  },
  {
    name: 'text.quote',
    icon: TextQuote,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.commands.toggleBlockquote(),
  },
]

/** What one reaches for most stands first: a narrow column shows only the beginning. */
export const toolGroups: readonly (readonly Tool[])[] = [words, lists, blocks]
