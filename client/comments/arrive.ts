import type { Comment } from '../../shared/board/comment.ts'
import { goToPassage } from './passages/desk.ts'

/** So long a text may take to come (milliseconds). */
const patience = 8_000

/** Goes to the passage of a comment as soon as its text is on the page; given up with the next key or press. */
export const arriveAt = (comment: Pick<Comment, 'id' | 'anchor'>): void => {
  const ended = new AbortController()
  const { signal } = ended
  for (const deed of ['pointerdown', 'keydown', 'wheel'])
    window.addEventListener(deed, () => ended.abort(), { capture: true, passive: true, signal })
  setTimeout(() => ended.abort(), patience)
  const look = () => {
    if (signal.aborted) return
    if (goToPassage(comment)) ended.abort()
    else requestAnimationFrame(look)
  }
  // What was pressed has first to go, where it lies over the text.
  requestAnimationFrame(() => requestAnimationFrame(look))
}
