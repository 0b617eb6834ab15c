import { useReducer } from 'react'
import type { Draft, Keep } from './drafts.ts'
import { draftOf, forgetDraft, keepDraft } from './drafts.ts'

/** Touched only when something is read or written: where storage is forbidden, touching it throws. */
export const tab: Keep = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => sessionStorage.setItem(key, value),
  removeItem: (key) => sessionStorage.removeItem(key),
}

/** What has been begun under this key; what is changed stays until it is sent or put away. */
export const useKeptDraft = (
  key: string,
): readonly [Draft, change: (part: Partial<Draft>) => void, forget: () => void] => {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  const change = (part: Partial<Draft>) => {
    keepDraft(tab, key, { ...draftOf(tab, key), ...part })
    redraw()
  }
  const forget = () => {
    forgetDraft(tab, key)
    redraw()
  }
  return [draftOf(tab, key), change, forget]
}
