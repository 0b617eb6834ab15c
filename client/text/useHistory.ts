import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

const changes = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** Whether the person has anything to undo or redo in the room, in whichever text. */
export const useHistory = (undo: Y.UndoManager): { readonly canUndo: boolean; readonly canRedo: boolean } => {
  const subscribe = useCallback(
    (listener: () => void) => {
      for (const name of changes) undo.on(name, listener)
      return () => {
        for (const name of changes) undo.off(name, listener)
      }
    },
    [undo],
  )
  return {
    canUndo: useSyncExternalStore(subscribe, () => undo.undoStack.length > 0),
    canRedo: useSyncExternalStore(subscribe, () => undo.redoStack.length > 0),
  }
}
