import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Heading1,
  Heading2,
  Italic,
  List,
  ListIndentDecrease,
  ListIndentIncrease,
  ListOrdered,
  Redo2,
  TextQuote,
  Undo2,
} from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { Separator, Toolbar as Row } from 'react-aria-components'
import type * as Y from 'yjs'
import { useText } from '../hooks/useText.ts'
import { Help } from './Help.tsx'
import { LinkTool } from './LinkTool.tsx'
import { TableTool } from './TableTool.tsx'
import { ToolButton } from './ToolButton.tsx'
import { ctrl } from './shortcut.ts'
import css from './toolbar.module.css'
import { useHistory } from './useHistory.ts'

/** What lies open over the page, opened from the toolbar. */
export type Opened = 'link' | 'table' | 'help' | null

export interface ToolbarProps {
  readonly editor: Editor
  readonly undo: Y.UndoManager
  readonly label: string
  readonly open: Opened
  readonly setOpen: (open: Opened) => void
}

/**
 * Stands before the text in the order of Tab and floats below it on the screen: what is being answered and what is
 * being written stay in sight, and nothing moves when it comes and goes.
 */
export const Toolbar = ({ editor, undo, label, open, setOpen }: ToolbarProps) => {
  const text = useText()
  const at = useEditorState({ editor, selector: ({ editor: now }) => whereIs(now) })
  const history = useHistory(undo)
  const backToText = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || open !== null) return
    editor.view.focus()
  }
  const when = (name: Exclude<Opened, null>) => ({
    isOpen: open === name,
    onOpenChange: (now: boolean) => setOpen(now ? name : null),
  })
  return (
    <div className={css.place} onMouseDownCapture={keepCaret} onKeyDown={backToText}>
      <Row className={css.bar ?? ''} aria-label={text('text.toolbar', { label })}>
        <ToolButton
          icon={Heading1}
          name={text('text.heading')}
          isOn={at.heading}
          onPress={() => heading(editor, 2)}
        />
        <ToolButton
          icon={Heading2}
          name={text('text.subheading')}
          isOn={at.subheading}
          onPress={() => heading(editor, 3)}
        />
        <Separator orientation="vertical" />
        <ToolButton
          icon={Bold}
          name={text('text.bold')}
          keys={ctrl('B')}
          isOn={at.bold}
          onPress={() => editor.commands.toggleBold()}
        />
        <ToolButton
          icon={Italic}
          name={text('text.italic')}
          keys={ctrl('I')}
          isOn={at.italic}
          onPress={() => editor.commands.toggleItalic()}
        />
        <Separator orientation="vertical" />
        <ToolButton
          icon={List}
          name={text('text.bulletList')}
          isOn={at.bulletList}
          onPress={() => editor.commands.toggleBulletList()}
        />
        <ToolButton
          icon={ListOrdered}
          name={text('text.orderedList')}
          isOn={at.orderedList}
          onPress={() => editor.commands.toggleOrderedList()}
        />
        {at.list && (
          <>
            <ToolButton
              icon={ListIndentDecrease}
              name={text('text.outdent')}
              onPress={() => editor.commands.liftListItem('listItem')}
            />
            <ToolButton
              icon={ListIndentIncrease}
              name={text('text.indent')}
              onPress={() => editor.commands.sinkListItem('listItem')}
            />
          </>
        )}
        <ToolButton
          icon={TextQuote}
          name={text('text.quote')}
          isOn={at.quote}
          onPress={() => editor.commands.toggleBlockquote()}
        />
        <Separator orientation="vertical" />
        <LinkTool editor={editor} isOn={at.link} {...when('link')} />
        <TableTool editor={editor} isInside={at.table} {...when('table')} />
        <Separator orientation="vertical" />
        <ToolButton
          icon={Undo2}
          name={text('text.undo')}
          keys={ctrl('Z')}
          isIdle={!history.canUndo}
          onPress={() => editor.commands.undo()}
        />
        <ToolButton
          icon={Redo2}
          name={text('text.redo')}
          keys={ctrl('Y')}
          isIdle={!history.canRedo}
          onPress={() => editor.commands.redo()}
        />
        <Help {...when('help')} />
      </Row>
    </div>
  )
}

/** A press on a button leaves the caret, and a phone's keyboard, where they are. What the buttons open is elsewhere. */
const keepCaret = (event: MouseEvent) => {
  if (event.target instanceof Node && event.currentTarget.contains(event.target)) event.preventDefault()
}

/** What the selection stands in, for the buttons to show. */
const whereIs = (editor: Editor) => ({
  heading: editor.isActive('heading', { level: 1 }) || editor.isActive('heading', { level: 2 }),
  subheading: editor.isActive('heading', { level: 3 }),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  bulletList: editor.isActive('bulletList'),
  orderedList: editor.isActive('orderedList'),
  list: editor.isActive('listItem'),
  quote: editor.isActive('blockquote'),
  link: editor.isActive('link'),
  table: editor.isActive('table'),
})

const heading = (editor: Editor, level: 2 | 3) => editor.commands.toggleHeading({ level })
