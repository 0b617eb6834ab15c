import type { KeyboardEvent } from 'react'
import { undoKey } from '../hooks/undo-key.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'

/** Undo and redo in the fields of items: in the step of whichever item the person is in. */
export const useFieldUndo = (): ((event: KeyboardEvent) => void) => {
  const session = useBoardSession()
  return (event) => {
    const asked = undoKey(event)
    const step =
      event.target instanceof Element ? event.target.closest('[data-step]')?.getAttribute('data-step') : null
    if (asked === null || !step) return
    // The field's own history knows nothing of what others wrote meanwhile.
    event.preventDefault()
    const { undo, state } = session.room(step).document.get()
    // A step that was closed meanwhile stands as it was closed.
    if (state.is !== 'writable') return
    if (asked === 'undo') undo.undo()
    else undo.redo()
  }
}
