import * as z from 'zod/mini'
import { CommentId, MemberId, QuestionId, StepId } from '../ids.ts'

/* What somebody says of the plan, beside it: a comment never stands in what it speaks of. */

const time = z.iso.datetime()

export const commentKinds = ['comment', 'question', 'objection', 'support', 'suggestion'] as const
export const CommentKind = z.enum(commentKinds)

/** A relative position of Yjs, encoded, as base64. */
export const Position = z.string().check(z.maxLength(400), z.regex(/^[A-Za-z0-9+/]+={0,2}$/))

export const anchorLimit = { quote: 2000, around: 24 } as const

/** What a passage says, and what stands before and after it. */
const said = {
  quote: z.string().check(z.minLength(1), z.maxLength(anchorLimit.quote)),
  before: z.string().check(z.maxLength(anchorLimit.around)),
  after: z.string().check(z.maxLength(anchorLimit.around)),
}
export const PassageWords = z.readonly(z.strictObject(said))
export type PassageWords = z.infer<typeof PassageWords>

const itemId = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,140}$/))
const itemKind = z.string().check(z.regex(/^[A-Za-z][A-Za-z-]{0,40}$/))

/**
 * What a comment is about. `stepId` is the step that held it then: an item may have moved since. For a passage, `id`
 * is the text's root in the step's room, `start` and `end` are where it stood when the comment was written, `quote`
 * is what it said, with up to 24 characters before and after: none of it ever changes. Where it stands now is the
 * passage's (`Passage`), or found again by the quote.
 */
export const Anchor = z.discriminatedUnion('type', [
  z.readonly(z.strictObject({ type: z.literal('step'), stepId: StepId, id: StepId })),
  z.readonly(z.strictObject({ type: z.literal('question'), stepId: StepId, id: QuestionId })),
  z.readonly(z.strictObject({ type: z.literal('item'), stepId: StepId, id: itemId, kind: itemKind })),
  z.readonly(
    z.strictObject({
      type: z.literal('field'),
      stepId: StepId,
      id: itemId,
      kind: itemKind,
      /** The path to a field of the kind: `cost/amount`. */
      field: z.string().check(z.minLength(1), z.maxLength(200)),
    }),
  ),
  z.readonly(
    z.strictObject({
      type: z.literal('text'),
      stepId: StepId,
      id: z.string().check(z.minLength(1), z.maxLength(100)),
      start: Position,
      end: Position,
      ...said,
    }),
  ),
])
export type Anchor = z.infer<typeof Anchor>
export type TextAnchor = Extract<Anchor, { readonly type: 'text' }>

/**
 * Where the passage of a comment stands after it was moved; `revision` counts the moves. `words` is what it said when
 * somebody last placed it by hand: it is known again by these from then on, and no more by the anchor's.
 */
export const Passage = z.readonly(
  z.object({
    commentId: CommentId,
    start: Position,
    end: Position,
    revision: z.int(),
    words: z.optional(PassageWords),
  }),
)
export type Passage = z.infer<typeof Passage>

const done = z.optional(z.readonly(z.object({ at: time, by: MemberId })))

export const Comment = z.readonly(
  z.object({
    id: CommentId,
    /** An answer stands under the thread's first comment, and is about the same. */
    parentId: z.optional(CommentId),
    anchor: Anchor,
    kind: CommentKind,
    /** Plain text with line breaks; '' when it has been removed. */
    body: z.string(),
    author: MemberId,
    at: time,
    /** The organisation in whose name it is said: its name, or the id of a stakeholder of the plan. */
    onBehalfOf: z.optional(z.string()),
    mentions: z.optional(z.readonly(z.array(MemberId))),
    /** Who is to see to it. Like `resolved`, only of a thread's first comment. */
    assigned: z.optional(z.readonly(z.object({ to: MemberId, at: time, by: MemberId }))),
    resolved: done,
    editedAt: z.optional(time),
    removed: done,
    /** Written where the plan came from: time and name are that file's. */
    imported: z.optional(z.literal(true)),
  }),
)
export type Comment = z.infer<typeof Comment>
export type CommentKind = z.infer<typeof CommentKind>

/** A comment with its answers, oldest first. */
export interface Thread {
  readonly head: Comment
  readonly answers: readonly Comment[]
}

/** In the order in which they were begun. One whose every comment has been removed is none any more. */
export const threadsOf = (comments: readonly Comment[]): readonly Thread[] => {
  const answers = Map.groupBy(
    comments.filter(({ parentId, removed }) => parentId && !removed),
    ({ parentId }) => parentId,
  )
  return comments
    .filter(({ parentId }) => parentId === undefined)
    .map((head) => ({ head, answers: answers.get(head.id) ?? [] }))
    .filter(({ head, answers: all }) => !head.removed || all.length > 0)
}

/** The first comment of the thread that this one stands in. */
export const headOf = (comments: readonly Comment[], comment: Comment): Comment =>
  comments.find(({ id }) => id === comment.parentId) ?? comment
