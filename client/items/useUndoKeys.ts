import type { KeyboardEvent } from 'react'
import { useBoardSession } from '../hooks/useBoardSession.ts'

/** Undo and redo in the fields of items: in the step of whichever item the person is in. */
export const useUndoKeys = (): ((event: KeyboardEvent) => void) => {
  const session = useBoardSession()
  return (event) => {
    const asked = askedFor(event)
    const step =
      event.target instanceof Element ? event.target.closest('[data-step]')?.getAttribute('data-step') : null
    if (asked === null || !step) return
    // The field's own history knows nothing of what others wrote meanwhile.
    event.preventDefault()
    const { undo } = session.room(step).document.get()
    if (asked === 'undo') undo.undo()
    else undo.redo()
  }
}

const askedFor = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null => {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' ? 'redo' : null
}
