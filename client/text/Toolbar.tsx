import type { Editor } from '@tiptap/core'
import { MessageSquarePlus, Redo2, Undo2 } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { Fragment, useLayoutEffect, useRef } from 'react'
import { Separator, Toolbar as Row } from 'react-aria-components'
import type * as Y from 'yjs'
import { useText } from '../hooks/useText.ts'
import { Help } from './Help.tsx'
import { liftAbove } from './in-sight.ts'
import { LinkTool } from './LinkTool.tsx'
import { ctrl } from './shortcut.ts'
import { TableTool } from './TableTool.tsx'
import { ToolButton } from './ToolButton.tsx'
import css from './toolbar.module.css'
import { toolGroups } from './tools.ts'
import { useHistory } from './useHistory.ts'
import { useStanding } from './useStanding.ts'

/** What lies open over the page, opened from the toolbar. */
export type Opened = 'link' | 'table' | 'help' | null

export interface ToolbarProps {
  readonly editor: Editor
  readonly undo: Y.UndoManager
  readonly label: string
  readonly open: Opened
  readonly setOpen: (open: Opened) => void
  /** Absent where nothing can be said of the text. */
  readonly onComment: (() => void) | null
  /** Nobody writes any more: its room alone is left, for a moment. */
  readonly isLeaving: boolean
}

/**
 * Stands before the text in the order of Tab and below it on the screen: what is being answered and what is being
 * written stay in sight and where they are, and what follows makes room.
 */
export const Toolbar = ({ editor, undo, label, open, setOpen, onComment, isLeaving }: ToolbarProps) => {
  const text = useText()
  const at = useStanding(editor)
  const history = useHistory(undo)
  const backToText = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && open === null) editor.view.focus()
  }
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => liftAbove(bar.current, editor.view), [editor])
  // Firefox makes what scrolls a stop of Tab: going back from there would lead into the row again, for ever.
  useLayoutEffect(() => bar.current?.setAttribute('tabindex', '-1'), [])
  const opening = (name: Exclude<Opened, null>) => ({
    isOpen: open === name,
    onOpenChange: (now: boolean) => setOpen(now ? name : null),
  })
  return (
    <div
      className={css.place}
      data-leaving={isLeaving || undefined}
      onMouseDownCapture={keepCaret}
      onKeyDown={backToText}
    >
      <Row ref={bar} className={css.bar ?? ''} aria-label={text('text.toolbar', { label })}>
        {toolGroups.map((tools, index) => (
          <Fragment key={index}>
            {tools
              .filter(({ name }) => !at.hidden.includes(name))
              .map(({ name, icon, keys, isOn, run }) => (
                <ToolButton
                  key={name}
                  icon={icon}
                  name={text(name)}
                  keys={keys}
                  isOn={isOn && at.on.includes(name)}
                  onPress={() => run(editor)}
                />
              ))}
            <Separator orientation="vertical" />
          </Fragment>
        ))}
        <LinkTool editor={editor} isOn={at.isInLink} {...opening('link')} />
        <TableTool editor={editor} isInside={at.isInTable} {...opening('table')} />
        <Separator orientation="vertical" />
        {onComment && (
          <ToolButton
            icon={MessageSquarePlus}
            name={text('comments.onText')}
            keys={ctrl('Alt M')}
            onPress={onComment}
          />
        )}
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
        <Help {...opening('help')} />
      </Row>
    </div>
  )
}

/** A press on a button leaves the caret, and a phone's keyboard, where they are. What the buttons open is elsewhere. */
const keepCaret = (event: MouseEvent) => {
  if (event.target instanceof Node && event.currentTarget.contains(event.target)) event.preventDefault()
}
