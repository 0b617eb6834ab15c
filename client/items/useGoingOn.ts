import type { FocusEvent, RefObject } from 'react'
import { useCallback, useMemo, useRef } from 'react'
import { goOnAt } from './go-on.ts'

export interface GoingOn {
  /** To be called when fields have gone: whoever stood in one of them goes on from the heading. */
  readonly goOn: () => void
  /** For the parts of the panel in which the person can be. */
  readonly stay: {
    readonly onFocus: () => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

/** Fields go when others delete the item, or agree on its step, while somebody writes in it. */
export const useGoingOn = (heading: RefObject<HTMLElement | null>): GoingOn => {
  const isIn = useRef(false)
  const goOn = useCallback(() => {
    if (isIn.current) goOnAt(() => heading.current?.focus({ preventScroll: true }))
  }, [heading])
  const stay = useMemo(
    () => ({
      onFocus: () => {
        isIn.current = true
      },
      // A field that goes with the focus in it names nobody who has it next.
      onBlur: ({ relatedTarget }: FocusEvent) => {
        if (relatedTarget !== null) isIn.current = false
      },
    }),
    [],
  )
  return { goOn, stay }
}
