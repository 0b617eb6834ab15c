import type { CommentId, MemberId, StepId } from '../ids.ts'
import type { Comment } from './comment.ts'
import type { Board } from './model.ts'
import { visible } from './model.ts'
import { isShown } from './shown.ts'
import type { ReadState } from './visit.ts'

/* What is asked of one person: read off the board, so that it can neither be lost nor come twice. */

export interface InboxEntry {
  /** The same for ever: what is marked as read. */
  readonly id: string
  readonly because: 'mention' | 'assigned' | 'answer' | 'review'
  readonly at: string
  readonly by: MemberId
  readonly stepId: StepId
  /** The comment it is about; a review has none. */
  readonly commentId?: CommentId
}

/** Newest first. */
export const inboxOf = (board: Board, me: MemberId): readonly InboxEntry[] => {
  const shown = new Set(visible(board.steps).map(({ id }) => id))
  return [...reviewsFor(board, me).filter(({ stepId }) => shown.has(stepId)), ...saidTo(board, me)]
    .toReversed()
    .toSorted((one, two) => Date.parse(two.at) - Date.parse(one.at))
}

const saidTo = (board: Board, me: MemberId): readonly InboxEntry[] => {
  const heads = new Map(board.comments.map((comment) => [comment.id, comment]))
  /** First comments of the threads that I have written in so far. */
  const mine = new Set<CommentId>()
  return board.comments.flatMap((comment) => {
    const head = comment.parentId === undefined ? undefined : heads.get(comment.parentId)
    const isAnswer = head !== undefined && (mine.has(head.id) || head.assigned?.to === me)
    if (comment.author === me) mine.add(head?.id ?? comment.id)
    return comment.removed || !isShown(board, comment.anchor) ? [] : asked(comment, me, isAnswer)
  })
}

/** `isAnswer`: in a thread that I began, wrote in before, or am to see to. */
const asked = (comment: Comment, me: MemberId, isAnswer: boolean): readonly InboxEntry[] => {
  const { id: commentId, at, author: by, anchor, assigned } = comment
  const about = { commentId, stepId: anchor.stepId }
  const entries: InboxEntry[] = []
  const because = comment.mentions?.includes(me) ? 'mention' : isAnswer ? 'answer' : null
  if (because && by !== me) entries.push({ id: commentId, because, at, by, ...about })
  if (assigned?.to === me && assigned.by !== me)
    entries.push({
      id: `${commentId} ${assigned.at}`,
      because: 'assigned',
      at: assigned.at,
      by: assigned.by,
      ...about,
    })
  return entries
}

const reviewsFor = (board: Board, me: MemberId): readonly InboxEntry[] =>
  board.steps.flatMap(({ id: stepId, state }) =>
    state.is === 'inReview' && state.by !== me
      ? [{ id: `${stepId} ${state.since}`, because: 'review', at: state.since, by: state.by, stepId }]
      : [],
  )

export const isRead = ({ id, at }: Pick<InboxEntry, 'id' | 'at'>, { before, also }: ReadState): boolean =>
  Date.parse(at) <= Date.parse(before) || also.includes(id)

/** A comment that this person has not seen: written by somebody else since their last visit, and not opened. */
export const isNew = (
  comment: Comment,
  me: MemberId,
  { since, read }: { readonly since: string | null; readonly read: ReadState },
): boolean =>
  comment.author !== me &&
  !comment.removed &&
  !comment.imported &&
  (since === null || Date.parse(comment.at) > Date.parse(since)) &&
  !isRead(comment, read)
