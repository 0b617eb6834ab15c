import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { goingOnIn } from './way-back.ts'

/**
 * The heading has the focus first, or the finding from which the person went; when the panel closes, what opened it
 * has it again.
 */
export const useFocusFirst = (heading: RefObject<HTMLElement | null>, isKnown: boolean): void => {
  const opener = useRef<Element | null>(null)
  const isDone = useRef(false)
  useLayoutEffect(() => {
    opener.current = document.activeElement
  }, [])
  useEffect(() => {
    if (isDone.current) return
    isDone.current = isKnown
    const panel = heading.current?.closest<HTMLElement>('[data-findings]') ?? null
    ;((isKnown && goingOnIn(panel)) || heading.current)?.focus({ preventScroll: false })
  }, [heading, isKnown])
  useEffect(
    () => () => {
      const before = opener.current
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
      const target = isThere ? before : document.querySelector<HTMLElement>('main')
      requestAnimationFrame(() => {
        // The focus may have gone on to what was asked for.
        if (document.activeElement === document.body) target?.focus({ preventScroll: true })
      })
    },
    [],
  )
}
