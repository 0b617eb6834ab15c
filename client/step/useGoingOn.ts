import type { FocusEvent } from 'react'
import { useEffect, useRef } from 'react'
import { goOnAt } from '../items/go-on.ts'

/**
 * When a part of the step goes while somebody writes in it (the facilitator hides it), the focus goes on to the step.
 * `parts` names what there is.
 */
export const useGoingOn = (stepId: string, parts: string) => {
  const isIn = useRef(false)
  const before = useRef(parts)
  useEffect(() => {
    if (before.current === parts) return
    before.current = parts
    if (isIn.current) goOnAt(() => stepMenu(stepId)?.focus({ preventScroll: true }))
  }, [stepId, parts])
  return {
    onFocus: () => {
      isIn.current = true
    },
    // What goes with the focus in it names nobody who has it next.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) isIn.current = false
    },
  }
}

const stepMenu = (stepId: string): HTMLElement | null =>
  document.querySelector(`[data-menu="${CSS.escape(stepId)}"]`)
