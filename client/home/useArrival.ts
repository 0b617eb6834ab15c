import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** For the heading of what has taken another view's place: whoever hears the page goes on from there. */
export const useArrival = <T extends HTMLElement>(): RefObject<T | null> => {
  const heading = useRef<T>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return heading
}
