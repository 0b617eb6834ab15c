import type { CommentId } from '../../../shared/ids.ts'
import { Pen } from '../../live/live.ts'

/** The thread that is open now: its passage stands out among the others. */
export const current = new Pen<CommentId | null>(null)

export const showCurrent = (id: CommentId | null): void => current.set(id)

type Listener = (id: CommentId) => void

const listeners = new Set<Listener>()

/** Hears of a click on the passage of an open thread; the result ends that. */
export const onPassagePress = (listener: Listener): (() => void) => {
  const told: Listener = (id) => listener(id)
  listeners.add(told)
  return () => listeners.delete(told)
}

export const pressPassage: Listener = (id) => {
  for (const told of [...listeners]) told(id)
}
