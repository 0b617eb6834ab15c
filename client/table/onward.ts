import type { KeyboardEvent } from 'react'
import type { Onward } from './CellEditor.tsx'

/** What a key in a cell that is written in means: null when it belongs to the writing. */
export const onwardBy = ({ key, shiftKey, nativeEvent }: KeyboardEvent): Onward | 'giveBack' | null => {
  // A word that is still being put together takes its own keys.
  if (nativeEvent.isComposing) return null
  switch (key) {
    case 'Enter':
      return shiftKey ? 'up' : 'down'
    case 'Tab':
      return shiftKey ? 'left' : 'right'
    case 'Escape':
      return 'giveBack'
    default:
      return null
  }
}
