import type { Anchor, Comment, Thread } from '../../shared/board/comment.ts'
import { isNew } from '../../shared/board/inbox.ts'
import type { Step } from '../../shared/board/model.ts'
import type { Visit } from '../../shared/board/visit.ts'
import type { CommentId, MemberId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { answerRoot, sectionRoot } from '../../shared/step/doc.ts'
import type { Subject } from '../hooks/subjects.ts'
import { isOpenThread, subjectKey } from '../hooks/subjects.ts'
import type { PlanItems } from '../live/plan-items.ts'
import type { Plan } from '../hooks/useBoard.ts'

/* Which threads are shown, and in what order: the plan's own. */

export const whiches = ['open', 'new', 'mine', 'done', 'all'] as const
export type Which = (typeof whiches)[number]

export type Place =
  | { readonly is: 'all' }
  | { readonly is: 'step'; readonly stepId: string }
  | { readonly is: 'subject'; readonly subject: Subject }

export interface Seeing {
  readonly me: MemberId
  readonly visit: Pick<Visit, 'since' | 'read'> | null
}

export const commentsIn = ({ head, answers }: Thread): readonly Comment[] =>
  [head, ...answers].filter(({ removed }) => !removed)

export const isNewThread = (thread: Thread, { me, visit }: Seeing): boolean =>
  visit !== null && commentsIn(thread).some((comment) => isNewComment(comment, { me, visit }))

export const isNewComment = (comment: Comment, { me, visit }: Seeing): boolean =>
  visit !== null && isNew(comment, me, visit)

const isAboutMe = (thread: Thread, me: MemberId): boolean =>
  thread.head.assigned?.to === me || commentsIn(thread).some(({ mentions }) => mentions?.includes(me))

/** Of a question with what is said of its answer, of an item with what is said of its fields, of a step all. */
export const isAbout = (anchor: Anchor, subject: Subject): boolean => {
  if (subject.type === 'step') return anchor.stepId === subject.stepId
  if (subjectKey(anchor) === subjectKey(subject)) return true
  if (subject.type === 'question') return anchor.type === 'text' && anchor.id === answerRoot(subject.id)
  return subject.type === 'item' && anchor.type === 'field' && anchor.id === subject.id
}

const isAt = (anchor: Anchor, place: Place): boolean => {
  if (place.is === 'all') return true
  return place.is === 'step' ? anchor.stepId === place.stepId : isAbout(anchor, place.subject)
}

const isOne = (thread: Thread, which: Which, seeing: Seeing): boolean => {
  switch (which) {
    case 'open':
      return isOpenThread(thread)
    case 'new':
      return isNewThread(thread, seeing)
    case 'mine':
      return isAboutMe(thread, seeing.me)
    case 'done':
      return !isOpenThread(thread)
    case 'all':
      return true
  }
}

export interface Wanted {
  readonly place: Place
  readonly which: Which
  /** Shown in any case: the one that was opened. */
  readonly id?: string
}

/** What a link to a comment opens: its thread, and where it is an answer, the answer in it. */
export interface Opened {
  readonly thread: string
  readonly answer: string | null
}

export const openedBy = (id: string, comments: readonly Comment[]): Opened => {
  const comment = comments.find((one) => one.id === id)
  return comment?.parentId === undefined
    ? { thread: id, answer: null }
    : { thread: comment.parentId, answer: id }
}

export const chosenOf = (threads: readonly Thread[], wanted: Wanted, seeing: Seeing): readonly Thread[] =>
  threads.filter(
    (thread) =>
      thread.head.id === wanted.id ||
      (isAt(thread.head.anchor, wanted.place) && isOne(thread, wanted.which, seeing)),
  )

/** A thread in which somebody is writing stays in sight when it is removed meanwhile: their words would go with it. */
export const withAnswered = (
  threads: readonly Thread[],
  comments: readonly Comment[],
  id: string | null,
): readonly Thread[] => {
  const head = comments.find((one) => one.id === id && one.parentId === undefined)
  if (!head || threads.some((thread) => thread.head === head)) return threads
  return [...threads, { head, answers: [] }]
}

export interface StepThreads {
  readonly step: Step
  readonly threads: readonly Thread[]
  /** Whose words are gone from the text. */
  readonly orphans: readonly Thread[]
}

/** So many threads are shown at first. */
export const portion = 40

export const idsOf = (groups: readonly StepThreads[]): readonly string[] =>
  groups.flatMap(({ threads, orphans }) => [...threads, ...orphans].map(({ head }) => head.id))

/** The first of a list, and those to keep, each at its place. */
export const partOf = (groups: readonly StepThreads[], kept: ReadonlySet<string>): readonly StepThreads[] => {
  const first = new Set(idsOf(groups).slice(0, portion))
  const isShown = ({ head }: Thread) => first.has(head.id) || kept.has(head.id)
  return groups
    .map(({ step, threads, orphans }) => ({
      step,
      threads: threads.filter(isShown),
      orphans: orphans.filter(isShown),
    }))
    .filter(({ threads, orphans }) => threads.length + orphans.length > 0)
}

/** Where the passages stand, as far as is known. */
export interface Standings {
  get(
    id: CommentId,
  ): { readonly is: 'here'; readonly from: number } | { readonly is: 'orphan' | 'waiting' } | undefined
}

/** Step by step: what is said of the whole, of its texts and questions from above, then of its items. */
export const byStep = (
  threads: readonly Thread[],
  board: Plan,
  items: Pick<PlanItems, 'byKind'>,
  standings: Standings,
): readonly StepThreads[] =>
  board.steps.flatMap((step) => {
    const own = threads.filter(({ head }) => head.anchor.stepId === step.id)
    if (own.length === 0) return []
    const isOrphan = ({ head }: Thread) =>
      head.anchor.type === 'text' && head.resolved === undefined && standings.get(head.id)?.is === 'orphan'
    const ranked = own
      .filter((thread) => !isOrphan(thread))
      .map((thread) => ({ thread, rank: rankOf(thread.head, step, items, standings) }))
      .sort((one, two) => compare(one.rank, two.rank))
    return [{ step, threads: ranked.map(({ thread }) => thread), orphans: own.filter(isOrphan) }]
  })

const last = Number.MAX_SAFE_INTEGER
const placeIn = (at: number): number => (at < 0 ? last : at)

const rankOf = (
  { id, anchor }: Comment,
  step: Step,
  items: Pick<PlanItems, 'byKind'>,
  standings: Standings,
): readonly number[] => {
  switch (anchor.type) {
    case 'step':
      return [0]
    case 'question':
      return [2, placeIn(step.questions.findIndex((one) => one.id === anchor.id)), 0]
    case 'text': {
      const standing = standings.get(id)
      const from = standing?.is === 'here' ? standing.from : last
      const section = step.sections.findIndex((one) => sectionRoot(one.id) === anchor.id)
      if (section >= 0) return [1, section, from]
      return [2, placeIn(step.questions.findIndex((one) => answerRoot(one.id) === anchor.id)), 1, from]
    }
    case 'item':
    case 'field': {
      const kind = placeIn([...kinds.keys()].indexOf(anchor.kind))
      const place = items.byKind.get(anchor.kind)?.findIndex((one) => one.id === anchor.id) ?? -1
      return [3, kind, placeIn(place), anchor.type === 'item' ? 0 : 1]
    }
  }
}

const compare = (one: readonly number[], two: readonly number[]): number => {
  for (const [at, rank] of one.entries()) {
    const difference = rank - (two[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
