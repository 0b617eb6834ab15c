import type { RefObject } from 'react'
import { useEffect } from 'react'
import { idle } from '../live/idle.ts'

/** So many at a time: whoever does something meanwhile does not wait for it. */
const some = 12

const waiting = new Set<HTMLElement>()
let isGoing = false

/**
 * The element's words are there at once, but laid out only when it comes near, or when the page rests: then everything
 * stands where it will stay, and what is looked for by the browser is scrolled to where it is.
 */
export const useLaidOut = (element: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const target = element.current
    if (!target) return undefined
    waiting.add(target)
    if (!isGoing) goOn()
    return () => void waiting.delete(target)
  }, [element])
}

const goOn = () => {
  isGoing = waiting.size > 0
  if (isGoing) idle(layOut)
}

const layOut = () => {
  for (const one of [...waiting].slice(0, some)) {
    waiting.delete(one)
    one.dataset['laidOut'] = ''
  }
  goOn()
}
