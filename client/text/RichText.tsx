import type { FocusEvent } from 'react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../hooks/useText.ts'
import type { RoomDocument } from '../live/session.ts'
import { largestPaste } from './paste.ts'
import { bar } from './bar.ts'
import css from './text.module.css'
import type { Opened } from './Toolbar.tsx'
import { useCommenting } from './useCommenting.ts'
import type { Attributes } from './useWriting.ts'
import { useLingering } from './useLingering.ts'
import { useMounted } from './useMounted.ts'
import { useWriting } from './useWriting.ts'

export interface RichTextProps {
  readonly document: RoomDocument
  /** The step whose text it is; absent for a text that is none of the plan's. */
  readonly stepId?: string
  /** Which text of the room: `section:mission.statement`. */
  readonly root: string
  /** What the text is, for those who hear it: "Answer to: …". */
  readonly label: string
  /** Stands in the empty text as an invitation; it is not part of it. */
  readonly prompt?: string
  /** Null when it may be written in, else why not, in words. */
  readonly readOnly: string | null
  /** The language of the content. */
  readonly lang: string
  readonly onFocusChange?: (focused: boolean) => void
}

/** A text that several people write in at once. To be mounted anew for each `document.version`. */
export const RichText = (props: RichTextProps) => <Writing key={props.root} {...props} />

const Writing = ({ document, stepId, root, label, prompt, readOnly, lang, onFocusChange }: RichTextProps) => {
  const text = useText()
  const why = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(false)
  const [isPutAway, setPutAway] = useState(false)
  const [open, setOpen] = useState<Opened>(null)
  const [tooLong, setTooLong] = useState<number | null>(null)
  const attributes = useMemo(
    () => attributesOf(label, prompt, lang, readOnly === null ? null : why),
    [label, prompt, lang, readOnly, why],
  )
  const hasTools = focused && readOnly === null && !isPutAway
  const keepsRoom = useLingering(hasTools, frame) && !isPutAway && readOnly === null
  const toolbar = () => frame.current?.querySelector('[role="toolbar"]') ?? null
  const [editor, place] = useWriting(
    {
      document,
      root,
      readOnly: readOnly !== null,
      toolbar,
      // The browser tells of what the keys selected just before only after this event.
      openLink: () => requestAnimationFrame(() => setOpen('link')),
      putAway: () => {
        const isThere = toolbar() !== null
        setPutAway(true)
        return isThere
      },
      tooLong: setTooLong,
    },
    attributes,
  )
  const shared = document.isPrivate ? undefined : stepId
  useMounted({ document, root, editor, readOnly: readOnly !== null }, shared, frame)
  const comment = useCommenting(shared, root)
  useToolsAhead()
  // A step may be closed while something of its toolbar is open.
  if (readOnly !== null && open !== null) setOpen(null)

  const changeFocus = (now: boolean) => {
    if (now === focused) return
    setFocused(now)
    setTooLong(null)
    setPutAway(false)
    // What is written in another text is another thing to undo.
    document.undo.stopCapturing()
    onFocusChange?.(now)
  }
  const blurred = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // What the toolbar opens lies elsewhere in the page and gives the focus back.
    if (open === null && globalThis.document.hasFocus() && !currentTarget.contains(relatedTarget))
      changeFocus(false)
  }
  return (
    <div
      ref={frame}
      className={css.frame}
      data-focused={focused || undefined}
      onFocus={() => changeFocus(true)}
      onBlur={blurred}
    >
      {keepsRoom && (
        <bar.Part
          editor={editor}
          undo={document.undo}
          label={label}
          open={open}
          setOpen={setOpen}
          onComment={comment}
          isLeaving={!hasTools}
          meanwhile={<div className={css.room} />}
        />
      )}
      <div ref={place} className={css.text} />
      {readOnly !== null && (
        <p id={why} hidden>
          {readOnly}
        </p>
      )}
      {tooLong !== null && (
        <p role="alert" className={css.notice}>
          {text('text.pasteTooLong', { count: tooLong, most: largestPaste })}
        </p>
      )}
    </div>
  )
}

/** Whoever goes to a text has its tools at once. */
const useToolsAhead = () =>
  useEffect(() => {
    // A failure shows when they are asked for, and is tried again then.
    bar.ahead().catch(() => undefined)
  }, [])

const attributesOf = (
  label: string,
  prompt: string | undefined,
  lang: string,
  why: string | null,
): Attributes => ({
  'aria-label': label,
  'aria-multiline': 'true',
  lang,
  ...(prompt === undefined ? {} : { 'aria-placeholder': prompt, 'data-prompt': prompt }),
  ...(why === null
    ? { 'aria-keyshortcuts': 'Alt+F10' }
    : // A phone shall not open its keyboard at a tap on a text that takes none.
      { 'aria-readonly': 'true', 'aria-describedby': why, inputmode: 'none' }),
})
