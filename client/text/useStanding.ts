import type { Editor } from '@tiptap/core'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { toolGroups } from './tools.ts'

/** What the selection stands in, for the buttons to show. */
export interface Standing {
  readonly on: readonly string[]
  readonly hidden: readonly string[]
  readonly isInLink: boolean
  readonly isInTable: boolean
}

/** The same value until something about it changes, however often the editor redraws. */
export const useStanding = (editor: Editor): Standing => {
  const last = useRef<Standing | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => {
        editor.off('transaction', listener)
      }
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = standingOf(editor)
    if (JSON.stringify(now) !== JSON.stringify(last.current)) last.current = now
    return last.current ?? now
  })
}

const standingOf = (editor: Editor): Standing => {
  const tools = toolGroups.flat()
  return {
    on: tools.filter(({ isOn }) => isOn?.(editor)).map(({ name }) => name),
    hidden: tools.filter(({ isShown }) => isShown?.(editor) === false).map(({ name }) => name),
    isInLink: editor.isActive('link'),
    isInTable: editor.isActive('table'),
  }
}
