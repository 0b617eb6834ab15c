import { memo, useEffect, useRef } from 'react'
import type { Presence } from '../../shared/protocol/control.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useQuiet } from '../hooks/quiet.ts'
import { useText } from '../hooks/useText.ts'
import type { RoomDocument } from '../live/session.ts'
import { RichText as Editor } from '../text/RichText.tsx'
import { who } from '../ui/colour.ts'
import css from './section.module.css'

const RichText = memo(Editor)

interface Props {
  readonly stepId: string
  readonly document: RoomDocument
  readonly root: string
  readonly label: string
  readonly prompt: string
  /** Stands in an empty text that may not be written in; *Nothing is written here* when absent. */
  readonly absence?: string
  readonly readOnly: string | null
  readonly lang: string
}

/** A text that several write in: its edge has the colour of the other person who is in it. */
export const StepText = ({ stepId, root, document, prompt, absence, ...text }: Props) => {
  const t = useText()
  const { me } = useBoard()
  const roster = useLive(useBoardSession().roster)
  const frame = useStaying(document.version)
  const isThere = (one: Presence) => one.stepId === stepId && one.block === root && one.memberId !== me.id
  const isQuiet = useQuiet()
  const other = document.isPrivate || isQuiet ? undefined : roster.find(isThere)
  // Nobody is invited to write where they cannot.
  const isSyncing = document.state.is === 'syncing'
  const invitation = text.readOnly === null ? prompt : isSyncing ? '' : (absence ?? t('step.nothingWritten'))
  return (
    <div
      {...frame}
      className={other ? `${css.text} ${css.occupied} ${who(other.colour)}` : css.text}
      data-block={root}
    >
      <RichText
        key={document.version}
        document={document}
        stepId={stepId}
        root={root}
        prompt={invitation}
        {...text}
      />
    </div>
  )
}

/**
 * When a refusal puts another document in place of the one somebody is typing in, the focus goes on to it: what is
 * typed in the same breath must not scroll the page or press a button.
 */
const useStaying = (version: number) => {
  const frame = useRef<HTMLDivElement>(null)
  const isIn = useRef(false)
  const before = useRef(version)
  useEffect(() => {
    if (before.current === version) return
    before.current = version
    if (isIn.current && globalThis.document.activeElement === globalThis.document.body)
      frame.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true })
  }, [version])
  return {
    ref: frame,
    onFocus: () => {
      isIn.current = true
    },
    onBlur: ({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) => {
      if (relatedTarget !== null) isIn.current = false
    },
  }
}
