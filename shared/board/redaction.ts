import type { Comment } from './comment.ts'
import type { BoardEvent } from './log.ts'
import type { Board } from './model.ts'

/* Comments without their words, wherever the log has written them: that they were made stays. */

type Ids = ReadonlySet<string>

export const eventWithoutWords = (event: BoardEvent, ids: Ids): BoardEvent => {
  switch (event.type) {
    case 'comment.posted':
      return ids.has(event.comment.id) ? { ...event, comment: silent(event.comment) } : event
    case 'comment.edited':
      return ids.has(event.commentId) ? { ...unnamed(event), body: '' } : event
    case 'board.imported':
      return event.comments?.some(({ id }) => ids.has(id))
        ? { ...event, comments: silenced(event.comments, ids) }
        : event
    default:
      return event
  }
}

/** Of boards that were folded before there were comments, too. */
export const boardWithoutWords = (board: Board, ids: Ids): Board => {
  const { comments } = board as Partial<Board>
  return comments ? { ...board, comments: silenced(comments, ids) } : board
}

/** What a command was answered: events, or a refusal, which says nothing of anybody's words. */
export const answerWithoutWords = (answer: unknown, ids: Ids): unknown => {
  if (typeof answer !== 'object' || answer === null || !('events' in answer)) return answer
  // Stored by us in this very shape.
  const events = answer.events as readonly BoardEvent[]
  return { ...answer, events: events.map((event) => eventWithoutWords(event, ids)) }
}

const silenced = (comments: readonly Comment[], ids: Ids): readonly Comment[] =>
  comments.map((comment) => (ids.has(comment.id) ? silent(comment) : comment))

const silent = (comment: Comment): Comment => ({ ...unnamed(comment), body: '' })

const unnamed = <T extends { readonly mentions?: unknown }>(said: T): Omit<T, 'mentions'> => {
  const { mentions: _, ...rest } = said
  return rest
}
