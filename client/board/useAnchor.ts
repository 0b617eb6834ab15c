import { useEffect, useRef } from 'react'
import { useBoard } from '../hooks/useBoard.ts'
import { anchorNow, stepAt } from './anchor.ts'

/** So long a place may take to come (milliseconds), */
const patience = 30_000
/** and so long it is kept in sight while what stands above it still comes in. */
const settling = 3_000

/**
 * Goes to the place that the address names, as soon as it is there: the focus too, so that reading goes on from it.
 * `view` says what is shown; another one may have the same place.
 */
export const useAnchor = (view: string): void => {
  const { board } = useBoard()
  const now = useRef(board)
  useEffect(() => {
    now.current = board
  }, [board])
  useEffect(() => {
    let stop: (() => void) | undefined
    const go = () => {
      stop?.()
      const anchor = anchorNow()
      stop = anchor === '' ? undefined : arriveAt(anchor, stepAt(now.current, anchor)?.id)
    }
    go()
    window.addEventListener('hashchange', go)
    return () => {
      window.removeEventListener('hashchange', go)
      stop?.()
    }
  }, [view])
}

/** Ends by itself, and with whatever the person does next. */
const arriveAt = (anchor: string, stepId: string | undefined): (() => void) => {
  const ended = new AbortController()
  const { signal } = ended
  let timer = setTimeout(() => ended.abort(), patience)
  let isThere = false
  let frame = 0
  const look = () => {
    frame = 0
    const target = document.getElementById(anchor)
    // A column that is far away has nothing in it yet.
    const near = target ?? (stepId === undefined ? null : document.getElementById(stepId))
    near?.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' })
    if (!target || isThere) return
    isThere = true
    focusOn(target, signal)
    clearTimeout(timer)
    timer = setTimeout(() => ended.abort(), settling)
  }
  const watch = new MutationObserver(() => {
    frame ||= requestAnimationFrame(look)
  })
  watch.observe(document.body, { childList: true, subtree: true })
  for (const deed of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
    window.addEventListener(deed, () => ended.abort(), { capture: true, passive: true, signal })
  signal.addEventListener('abort', () => {
    watch.disconnect()
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  look()
  return () => ended.abort()
}

/** So many frames what lay over the page may take to close, and to give the focus back to what had opened it. */
const closing = 30

const focusOn = (target: HTMLElement, signal: AbortSignal) => {
  let left = closing
  const stay = () => {
    if (signal.aborted) return
    // Looked for again: an item that comes near is drawn anew, and is no longer only its name.
    const name = nameOf(target)
    if (document.activeElement !== name) name.focus({ preventScroll: true })
    left--
    if (left > 0) requestAnimationFrame(stay)
  }
  stay()
}

/** What a place is called: its heading, or the link that an item is while it is one line. */
const nameOf = (place: HTMLElement): HTMLElement => {
  const heading = place.querySelector<HTMLElement>('h2, h3, h4')
  const link = heading ? null : place.querySelector<HTMLElement>('[data-item-title]')
  if (link) return link
  const name = heading ?? place
  name.tabIndex = -1
  return name
}
