import type { RefObject } from 'react'
import { useCallback, useLayoutEffect, useState } from 'react'

/** Rem; the same as `--row` in the stylesheet. */
const rowHeight = 2.5
const around = 12
const chunk = 8

interface Span {
  readonly from: number
  readonly to: number
}

/** Of very many rows, those that can be seen in the box that scrolls, and some around them. */
export const useWindow = (box: RefObject<HTMLElement | null>, count: number): Span => {
  const [span, setSpan] = useState<Span>({ from: 0, to: 40 })
  const look = useCallback(() => {
    const at = box.current
    if (!at) return
    const height = rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const first = Math.floor(at.scrollTop / height / chunk) * chunk
    const seen = Math.ceil(at.clientHeight / height)
    const next = { from: Math.max(0, first - around), to: first + seen + chunk + around }
    setSpan((before) => (before.from === next.from && before.to === next.to ? before : next))
  }, [box])
  useLayoutEffect(() => {
    const at = box.current
    if (!at) return
    look()
    at.addEventListener('scroll', look, { passive: true })
    const sized = new ResizeObserver(look)
    sized.observe(at)
    return () => {
      at.removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [box, look])
  return { from: Math.min(span.from, count), to: Math.min(span.to, count) }
}
