import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

/**
 * Whether the element has come within two screens. Once it has, it stays so: what was mounted then, stays mounted.
 */
export const useNear = (element: RefObject<Element | null>): boolean => {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const target = element.current
    if (near || !target) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      // What scrolls by itself cuts off the margin of anything round it, so the margin is measured from there.
      { root: scrollerOf(target), rootMargin: '200%' },
    )
    watch.observe(target)
    return () => watch.disconnect()
  }, [near, element])
  return near
}

/** What scrolls round the element; null when it is the window. */
const scrollerOf = (element: Element): Element | null => {
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  return null
}
