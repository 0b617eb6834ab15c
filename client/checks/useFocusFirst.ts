import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { focusOpener } from '../hooks/opener.ts'
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
      focusOpener(before?.isConnected && before !== document.body ? before : doorInSight())
    },
    [],
  )
}

/** What opens it, for whoever came back to it from an item: what they pressed then is long forgotten. */
const doorInSight = (): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('[data-checks-door]')].find(
    (door) => door.getClientRects().length > 0,
  ) ?? null
