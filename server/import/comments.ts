import type { Comment } from '../../shared/board/comment.ts'
import { fitInPlan } from '../../shared/board/comments.ts'
import type { Reading } from './reading.ts'

/* What holds for the comments of every file. */

/** More than one plan has room for is a problem of the file. */
export const withinLimits = (comments: readonly Comment[], reading: Reading): readonly Comment[] => {
  if (!fitInPlan(comments)) reading.fail('comments', 'tooMuch')
  return comments
}
