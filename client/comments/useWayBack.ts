import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { focusOpener, openerNow } from '../hooks/opener.ts'
import type { OpenComments } from '../hooks/useOpenComments.ts'

/**
 * The heading has the focus first, but where something is or is to be written; when it closes, what opened it has it
 * again.
 */
export const useWayBack = (open: OpenComments, heading: RefObject<HTMLElement | null>): void => {
  const opener = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const from = openerNow()
    const isWithin = heading.current?.parentElement?.parentElement?.contains(from) ?? false
    if (!isWithin) opener.current = from
  }, [open, heading])
  useEffect(() => {
    // Whoever put the caret in commented words goes on writing there, and reads what is said beside it.
    const isWriting = document.activeElement?.matches('[contenteditable="true"]') ?? false
    if (open.is !== 'about' && !isWriting) heading.current?.focus({ preventScroll: true })
  }, [open, heading])
  useEffect(() => () => focusOpener(opener.current), [])
}
