import { useSyncExternalStore } from 'react'
import { recall, remember } from './device.ts'

/*
 * Quiet mode, chosen on this device: others' carets and edges are hidden, nothing moves, and only what was decided
 * or is asked of the person is said aloud.
 */

const key = 'samplan.quiet'
const listeners = new Set<() => void>()
let quiet = recall(key) === 'yes'

const show = () => {
  if (quiet) document.documentElement.dataset['quiet'] = ''
  else delete document.documentElement.dataset['quiet']
}

export const isQuiet = (): boolean => quiet

export const chooseQuiet = (chosen: boolean): void => {
  quiet = chosen
  remember(key, chosen ? 'yes' : 'no')
  show()
  for (const listener of listeners) listener()
}

const subscribe = (changed: () => void) => {
  listeners.add(changed)
  show()
  return () => listeners.delete(changed)
}

export const useQuiet = (): boolean => useSyncExternalStore(subscribe, isQuiet)
