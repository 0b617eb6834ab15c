import * as z from 'zod/mini'
import { Anchor, CommentKind, PassageWords } from '../../shared/board/comment.ts'
import type { Comment } from '../../shared/board/comment.ts'
import { commentLimit } from '../../shared/board/comments.ts'
import { Time } from '../../shared/board/model.ts'
import { CommentId, MemberId } from '../../shared/ids.ts'
import type { LiveBoard } from '../live/board.ts'

/* Comments as our own file has them: all that was said, about what, by whom and when. */

const done = z.optional(z.strictObject({ at: Time, by: MemberId }))

export const CommentInFile = z.strictObject({
  id: CommentId,
  parentId: z.optional(CommentId),
  anchor: Anchor,
  kind: CommentKind,
  body: z.string().check(z.maxLength(commentLimit.body)),
  author: MemberId,
  at: Time,
  onBehalfOf: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  mentions: z.optional(
    z.readonly(z.array(MemberId).check(z.minLength(1), z.maxLength(commentLimit.mentions))),
  ),
  assigned: z.optional(z.strictObject({ to: MemberId, at: Time, by: MemberId })),
  resolved: done,
  editedAt: z.optional(Time),
  removed: done,
  /** What its passage said where somebody placed it by hand; only of a thread's first comment. */
  placed: z.optional(PassageWords),
})
export type CommentInFile = z.infer<typeof CommentInFile>

/** Passages stand where they are now; `quote` stays what they said when the comment was written. */
export const commentsInFile = ({
  board: { comments },
  passages,
}: Pick<LiveBoard, 'board' | 'passages'>): readonly CommentInFile[] =>
  comments.map(({ imported: _, ...comment }) => {
    const placed = comment.anchor.type === 'text' ? passages.of(comment.id)?.words : undefined
    return { ...comment, anchor: anchorNow(comment, passages), ...(placed && { placed }) }
  })

const anchorNow = (
  { id, parentId = id, anchor }: Comment,
  passages: Pick<LiveBoard['passages'], 'of'>,
): Anchor => {
  const passage = anchor.type === 'text' ? passages.of(parentId) : undefined
  if (anchor.type !== 'text' || !passage) return anchor
  return { ...anchor, start: passage.start, end: passage.end }
}
