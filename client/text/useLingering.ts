import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

/** Longer than a tap takes to become a click, and than the pause within a double click. */
const rest = 400

/** What lies open over the page keeps to the button that opened it, so the button must stay where it is. */
const overPage = '[role="dialog"], [role="menu"], [role="listbox"]'

/**
 * True as long as `isWanted` is, and then until the hand has come to rest: what stands below must not move away from
 * under a press that has begun.
 */
export const useLingering = (isWanted: boolean, text: RefObject<Element | null>): boolean => {
  const [lingers, setLingers] = useState(isWanted)
  if (isWanted && !lingers) setLingers(true)
  useEffect(() => {
    if (isWanted || !lingers) return
    let isDown = false
    let timer = 0
    const settle = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        const over = document.activeElement?.closest(overPage)
        // A dialog that the text itself stands in was not opened from it.
        const isOpened = over && !over.contains(text.current)
        if (!isDown && !isOpened) setLingers(false)
      }, rest)
    }
    const ends = new AbortController()
    const to = { capture: true, signal: ends.signal }
    document.addEventListener('pointerdown', () => (isDown = true), to)
    for (const event of ['pointerup', 'pointercancel', 'dragend', 'focusin'])
      document.addEventListener(event, () => ((isDown &&= event === 'focusin'), settle()), to)
    settle()
    return () => {
      ends.abort()
      clearTimeout(timer)
    }
  }, [isWanted, lingers, text])
  return lingers
}
