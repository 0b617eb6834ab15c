import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

/**
 * Whether the element has come within so many screens of what is seen of its list or page. Once it has, it stays so:
 * what was mounted then, stays mounted.
 */
export const useNear = (element: RefObject<Element | null>, screens: 1 | 2): boolean => {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const target = element.current
    if (near || !target) return
    // What scrolls by itself cuts off the margin of anything round it, so the margin is measured from there.
    return watching(scrollerOf(target) ?? document, screens, target, () => setNear(true))
  }, [near, element, screens])
  return near
}

interface Watch {
  readonly observer: IntersectionObserver
  readonly heard: Map<Element, () => void>
}

/** One observer for all that waits in the same place: lists are long. */
const watches = new Map<Element | Document, Map<number, Watch>>()

const watching = (root: Element | Document, screens: number, target: Element, come: () => void) => {
  const here = watches.get(root) ?? new Map<number, Watch>()
  const watch = here.get(screens) ?? watchOf(root, screens)
  watches.set(root, here.set(screens, watch))
  watch.heard.set(target, come)
  watch.observer.observe(target)
  return () => {
    watch.observer.unobserve(target)
    watch.heard.delete(target)
    if (watch.heard.size === 0) here.delete(screens)
    if (here.size === 0) watches.delete(root)
  }
}

const watchOf = (root: Element | Document, screens: number): Watch => {
  const heard = new Map<Element, () => void>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) heard.get(target)?.()
    },
    { root, rootMargin: `${screens * 100}%` },
  )
  return { observer, heard }
}

/** What scrolls round the element; null when it is the window. */
const scrollerOf = (element: Element): Element | null => {
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  return null
}
