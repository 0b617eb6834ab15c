import type { KeyboardEvent } from 'react'
import { undoKey } from '../hooks/undo-key.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { undoOrderOf } from '../live/undo-order.ts'

/** Undo and redo in the fields of items: in the step of whichever item the person is in, and of its way there. */
export const useFieldUndo = (): ((event: KeyboardEvent) => void) => {
  const session = useBoardSession()
  return (event) => {
    const asked = undoKey(event)
    const step =
      event.target instanceof Element ? event.target.closest('[data-step]')?.getAttribute('data-step') : null
    if (asked === null || !step) return
    // The field's own history knows nothing of what others wrote meanwhile.
    event.preventDefault()
    // A step that was closed meanwhile stands as it was closed.
    undoOrderOf(session).take(asked, step)
  }
}
