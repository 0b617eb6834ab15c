import type { Stop } from './surroundings.ts'

/** So long the page may be busy before it is done anyway (milliseconds). */
const patience = 2000

/** Runs it when the page has a moment. Not every browser tells of one. */
export const idle = (run: () => void): Stop => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 200)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(run, { timeout: patience })
  return () => cancelIdleCallback(asked)
}
