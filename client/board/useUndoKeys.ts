import { useEffect } from 'react'
import { undoKey } from '../hooks/undo-key.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { undoOrderOf } from '../live/undo-order.ts'

/** Undo and redo where no text has the focus: what the person did last to an item comes back, or goes again. */
export const useUndoKeys = (): void => {
  const session = useBoardSession()
  useEffect(() => {
    // It follows from now on, so that fields find in it what was done before.
    const order = undoOrderOf(session)
    const listen = (event: KeyboardEvent) => {
      const stack = undoKey(event)
      if (stack === null || event.defaultPrevented || isWritten(event.target)) return
      if (order.take(stack) !== null) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [session])
}

/** Fields and texts undo by themselves. */
const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null
