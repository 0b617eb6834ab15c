import { useSyncExternalStore } from 'react'

/*
 * One clock for every view that says how long ago something was: it moves once a minute, and for all of them at
 * the same moment.
 */

const minute = 60_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

const tick = () => {
  now = Date.now()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, minute)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const get = () => {
  // While nobody listens the clock stands still: whoever comes then sets it.
  if (!timer && Date.now() - now >= minute) now = Date.now()
  return now
}

/** The time now, exact to the minute. */
export const useNow = (): Date => {
  const milliseconds = useSyncExternalStore(subscribe, get)
  return new Date(milliseconds)
}
