import { useSyncExternalStore } from 'react'
import type { Anchor, Comment, TextAnchor, Thread } from '../../shared/board/comment.ts'
import { threadsOf } from '../../shared/board/comment.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { answerRoot, sectionRoot } from '../../shared/step/doc.ts'
import type { Subject } from './subjects.ts'
import { isOpenThread, subjectKey } from './subjects.ts'
import { readyIn, shownOf } from './useBoard.ts'
import { useBoardSession } from './useBoardSession.ts'

/** The plan's comments, looked up in the ways that views need. */
export interface CommentIndex {
  readonly threads: readonly Thread[]
  /** Open threads by what they are about (`subjectKey`); of an item with those about its fields, of a question with those about its answer. */
  readonly open: ReadonlyMap<string, number>
  /** Open threads by step: as the comments say, though an item may have moved since. */
  readonly openInStep: ReadonlyMap<string, number>
}

/** What of it a view shows: it is drawn anew only when that has changed. */
const usePart = <T>(part: (index: CommentIndex) => T): T => {
  const { board } = useBoardSession()
  return useSyncExternalStore(board.subscribe, () =>
    part(commentIndexOf(shownOf(readyIn(board.get())).board)),
  )
}

export const useThreads = (): readonly Thread[] => usePart(({ threads }) => threads)

/** How many threads are open: in the whole plan, in a step, or about one thing. */
export const useOpenCount = (): number =>
  usePart(({ openInStep }) => [...openInStep.values()].reduce((sum, count) => sum + count, 0))
export const useOpenInStep = (stepId: string): number =>
  usePart(({ openInStep }) => openInStep.get(stepId) ?? 0)
export const useOpenAbout = (subject: Subject): number =>
  usePart(({ open }) => open.get(subjectKey(subject)) ?? 0)

interface Known {
  readonly steps: readonly Step[]
  readonly index: CommentIndex
}

const known = new WeakMap<readonly Comment[], Known>()

/** Made once for all views, which compare by identity. */
export const commentIndexOf = ({ comments, steps }: Pick<Board, 'comments' | 'steps'>): CommentIndex => {
  const before = known.get(comments)
  if (before?.steps === steps) return before.index
  const index = madeOf(comments, steps)
  known.set(comments, { steps, index })
  return index
}

/** The question that the text answers. */
const questionAnswered = ({ id }: TextAnchor): string | undefined => {
  const before = answerRoot('')
  return id.startsWith(before) ? id.slice(before.length) : undefined
}

/** Whether people see what it is about: not what the plan hides. */
const isShown = (steps: readonly Step[], anchor: Anchor): boolean => {
  const step = steps.find(({ id }) => id === anchor.stepId)
  if (!step) return false
  const hides = (parts: readonly { readonly id: string; readonly hidden?: true | undefined }[], id: string) =>
    parts.some((one) => one.id === id && one.hidden)
  if (anchor.type === 'question') return !hides(step.questions, anchor.id)
  if (anchor.type !== 'text') return true
  const roots = [
    ...step.sections.map(({ id, hidden }) => ({ id: sectionRoot(id), hidden })),
    ...step.questions.map(({ id, hidden }) => ({ id: answerRoot(id), hidden })),
  ]
  return !hides(roots, anchor.id)
}

const made = new WeakMap<Comment, Thread>()

/** The same thread while nothing new is said in it: who shows it compares by identity. */
const sameThread = (thread: Thread): Thread => {
  const before = made.get(thread.head)
  const { answers } = thread
  if (before?.answers.length === answers.length && before.answers.every((one, at) => one === answers[at]))
    return before
  made.set(thread.head, thread)
  return thread
}

const madeOf = (comments: readonly Comment[], steps: readonly Step[]): CommentIndex => {
  const threads = threadsOf(comments)
    .filter(({ head }) => isShown(steps, head.anchor))
    .map(sameThread)
  const open = new Map<string, number>()
  const openInStep = new Map<string, number>()
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const { head } of threads.filter(isOpenThread)) {
    const { anchor } = head
    count(open, subjectKey(anchor))
    if (anchor.type === 'field') count(open, subjectKey({ ...anchor, type: 'item' }))
    const answered = anchor.type === 'text' ? questionAnswered(anchor) : undefined
    if (answered !== undefined) count(open, subjectKey({ ...anchor, type: 'question', id: answered }))
    count(openInStep, anchor.stepId)
  }
  return { threads, open, openInStep }
}
