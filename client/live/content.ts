import type * as Y from 'yjs'
import type { Step } from '../../shared/board/model.ts'
import type { StepTexts } from '../../shared/step/read.ts'
import { readTexts } from '../../shared/step/read.ts'
import type { Live } from './session.ts'

export type Structure = Pick<Step, 'sections' | 'questions'>

/** While people type, the document is read anew at most this often (milliseconds). */
export const pace = 150

/**
 * What stands in a step's document, read again as it changes while somebody listens. The parts that did not change
 * keep their identity.
 */
export const contentOf = (
  doc: Y.Doc,
  structure: Structure,
  now = () => performance.now(),
): Live<StepTexts> => {
  let content = readTexts(doc, structure)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last = -Infinity
  const listeners = new Set<() => void>()
  const read = () => {
    waiting = undefined
    last = now()
    content = sharing(content, readTexts(doc, structure))
    for (const listener of listeners) listener()
  }
  const changed = () => {
    // What comes first is all there is: a moment later the room is told as here, with counts of nothing.
    if (last === -Infinity) return read()
    waiting ??= setTimeout(read, Math.max(0, last + pace - now()))
  }
  return {
    get: () => content,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        doc.on('update', changed)
        content = sharing(content, readTexts(doc, structure))
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        doc.off('update', changed)
        clearTimeout(waiting)
        waiting = undefined
      }
    },
  }
}

const sharing = (old: StepTexts, now: StepTexts): StepTexts => {
  const next = {
    sections: sharingParts(old.sections, now.sections),
    answers: sharingParts(old.answers, now.answers),
    questions: sharingParts(old.questions, now.questions),
    unread: now.unread.join() === old.unread.join() ? old.unread : now.unread,
  }
  const same = (['sections', 'answers', 'questions', 'unread'] as const).every(
    (part) => next[part] === old[part],
  )
  return same ? old : next
}

const sharingParts = <T>(old: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>) => {
  let same = Object.keys(old).length === Object.keys(now).length
  const shared = Object.entries(now).map(([id, part]) => {
    const before = old[id]
    const equal = before !== undefined && JSON.stringify(before) === JSON.stringify(part)
    same &&= equal
    return [id, equal ? before : part] as const
  })
  return same ? old : Object.fromEntries(shared)
}
