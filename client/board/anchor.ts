import type { Board, Step } from '../../shared/board/model.ts'

/* Places in a plan that the end of an address names: `#goals.list`. */

/** What the address ends with, '' for nothing. */
export const anchorNow = (): string => {
  const { hash } = window.location
  // reason: anybody may write anything there.
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}

/** The step in which a section, a question or its own place is. */
export const stepAt = ({ steps }: Pick<Board, 'steps'>, anchor: string): Step | undefined =>
  steps.find(
    ({ id, sections, questions }) =>
      anchor === id ||
      anchor === `${id}-questions` ||
      [...sections, ...questions].some((part) => part.id === anchor),
  )
