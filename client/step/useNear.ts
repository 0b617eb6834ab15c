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
      // The board scrolls sideways by itself, so the margin is measured from it and not from the window.
      { root: target.parentElement, rootMargin: '200%' },
    )
    watch.observe(target)
    return () => watch.disconnect()
  }, [near, element])
  return near
}
