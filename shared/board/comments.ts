import * as z from 'zod/mini'
import { unreachable } from '../assert.ts'
import { CommentId, MemberId } from '../ids.ts'
import type { Action } from './access.ts'
import { may } from './access.ts'
import type { Passage } from './comment.ts'
import { Anchor, Comment, CommentKind, headOf, PassageWords, Position } from './comment.ts'
import type { Context, Stamp, Verdict } from './family.ts'
import { denied } from './family.ts'
import type { Board } from './model.ts'
import { hasAccess, memberOf, stepOf } from './model.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'

/* Words beside the plan: welcome at all times, also where nothing may be written. */

/** At most this much in one plan; `characters` as `fitInPlan` counts them. */
export const commentLimit = { count: 5000, characters: 2_000_000, body: 10_000, mentions: 50 } as const

const body = z.string().check(z.trim(), z.minLength(1), z.maxLength(commentLimit.body))
const mentions = z.optional(z.readonly(z.array(MemberId).check(z.maxLength(commentLimit.mentions))))
const commentId = CommentId

export const commentCommands = [
  /** An answer has a `parentId`, and is about what its thread is about: its anchor may be left out. */
  z.strictObject({
    type: z.literal('comment.post'),
    commentId,
    anchor: z.optional(Anchor),
    kind: z.optional(CommentKind),
    body,
    parentId: z.optional(CommentId),
    onBehalfOf: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
    mentions,
  }),
  z.strictObject({
    type: z.literal('comment.edit'),
    commentId,
    body,
    kind: z.optional(CommentKind),
    mentions,
  }),
  z.strictObject({ type: z.literal('comment.resolve'), commentId }),
  z.strictObject({ type: z.literal('comment.reopen'), commentId }),
  z.strictObject({ type: z.literal('comment.remove'), commentId }),
  z.strictObject({ type: z.literal('comment.assign'), commentId, memberId: z.nullable(MemberId) }),
  /**
   * Where the passage stands now; `revision` is the one that was known (0 before the first move). `words` only from
   * somebody who placed it there by hand. It is no event: each Enter would flood the log.
   */
  z.strictObject({
    type: z.literal('comment.reanchor'),
    commentId,
    start: Position,
    end: Position,
    revision: z.int().check(z.minimum(0)),
    words: z.optional(PassageWords),
  }),
] as const

export const commentEvents = [
  z.object({ type: z.literal('comment.posted'), comment: Comment }),
  z.object({
    type: z.literal('comment.edited'),
    commentId,
    body: z.string(),
    kind: CommentKind,
    mentions,
  }),
  z.object({ type: z.literal('comment.resolved'), commentId }),
  z.object({ type: z.literal('comment.reopened'), commentId }),
  z.object({ type: z.literal('comment.removed'), commentId }),
  z.object({ type: z.literal('comment.assigned'), commentId, memberId: z.nullable(MemberId) }),
] as const

export type CommentCommand = z.infer<(typeof commentCommands)[number]>
export type CommentEvent = z.infer<(typeof commentEvents)[number]>
type Post = Extract<CommentCommand, { type: 'comment.post' }>
type Change = Exclude<CommentCommand, Post>

export const decideComment = (
  board: Board,
  command: CommentCommand,
  context: Context,
): Verdict<CommentEvent> => {
  if (command.type === 'comment.post') return post(board, command, context)
  const comment = board.comments.find(({ id }) => id === command.commentId)
  const head = comment && headOf(board.comments, comment)
  const step = head && stepOf(board, head.anchor.stepId)
  const subject = isAboutOne(command) ? comment : head
  // Whoever may do it with their own hears that there is none.
  const isOwn = subject === undefined || subject.author === context.actor?.id
  const refusal = denied(context, actionFor[command.type], step, isOwn)
  // Whoever writes in a text also moves what is said of it.
  const mayMove = command.type === 'comment.reanchor' && may(context.actor, 'room.write', step)
  if (refusal && !mayMove) return refusal
  return comment && head ? change(board, command, comment, head) : refuse('unknownComment')
}

/** Whether it concerns a single comment, not its thread. */
const isAboutOne = ({ type }: CommentCommand): boolean => type === 'comment.edit' || type === 'comment.remove'

const change = (board: Board, command: Change, comment: Comment, head: Comment): Verdict<CommentEvent> => {
  switch (command.type) {
    case 'comment.edit':
      return comment.removed ? refuse('commentRemoved') : edit(board, command, comment)
    case 'comment.remove':
      return { events: comment.removed ? [] : [{ type: 'comment.removed', commentId: comment.id }] }
    case 'comment.resolve':
      if (isGone(board, head)) return refuse('commentRemoved')
      return { events: head.resolved ? [] : [{ type: 'comment.resolved', commentId: head.id }] }
    case 'comment.reopen':
      if (isGone(board, head)) return refuse('commentRemoved')
      return { events: head.resolved ? [{ type: 'comment.reopened', commentId: head.id }] : [] }
    case 'comment.assign': {
      const { memberId } = command
      if (isGone(board, head)) return refuse('commentRemoved')
      if (memberId !== null && !hasAccess(memberOf(board, memberId))) return refuse('unknownMember')
      if ((head.assigned?.to ?? null) === memberId) return { events: [] }
      return { events: [{ type: 'comment.assigned', commentId: head.id, memberId }] }
    }
    case 'comment.reanchor':
      return head.anchor.type === 'text' ? { events: [] } : refuse('notAPassage')
    default:
      return unreachable(command)
  }
}

const edit = (
  board: Board,
  { body: words, kind, mentions: named }: Extract<Change, { type: 'comment.edit' }>,
  comment: Comment,
): Verdict<CommentEvent> => {
  const mentioned = mentionedIn(board, named)
  if ('refusal' in mentioned) return mentioned
  const said = { body: words, kind: kind ?? comment.kind, ...mentioned }
  if (isSaid(comment, said)) return { events: [] }
  const after = board.comments.map((one) => (one === comment ? { ...one, ...said } : one))
  if (!fitInPlan(after)) return refuse('tooManyComments')
  return { events: [{ type: 'comment.edited', commentId: comment.id, ...said }] }
}

const isSaid = (
  comment: Comment,
  { body: words, kind, mentions: named = [] }: Pick<Comment, 'body' | 'kind' | 'mentions'>,
): boolean =>
  comment.body === words && comment.kind === kind && (comment.mentions ?? []).join() === named.join()

const actionFor = {
  'comment.edit': 'comment.edit',
  'comment.remove': 'comment.remove',
  'comment.resolve': 'comment.settle',
  'comment.reopen': 'comment.settle',
  'comment.assign': 'comment.assign',
  'comment.reanchor': 'comment.place',
} as const satisfies Record<Change['type'], Action>

const post = (board: Board, command: Post, context: Context): Verdict<CommentEvent> => {
  const parent = board.comments.find(({ id }) => id === command.parentId)
  const anchor = parent?.anchor ?? command.anchor
  const refusal = denied(context, 'comment.post', anchor && stepOf(board, anchor.stepId))
  if (refusal) return refusal
  if (board.comments.some(({ id }) => id === command.commentId)) return refuse('alreadyUsed')
  const wrong = command.parentId === undefined ? wrongPlace(board, anchor) : wrongThread(board, parent)
  if (wrong) return wrong
  const mentioned = mentionedIn(board, command.mentions)
  if ('refusal' in mentioned) return mentioned
  const { actor, now } = context
  if (!actor || !anchor) throw new Error('a comment has an author and a place')
  const { commentId: id, kind = 'comment', body: words, onBehalfOf } = command
  const comment: Comment = {
    id,
    ...(parent && { parentId: parent.id }),
    anchor,
    kind,
    body: words,
    author: actor.id,
    at: now,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...mentioned,
  }
  if (!fitInPlan([...board.comments, comment])) return refuse('tooManyComments')
  const posted = { type: 'comment.posted', comment } as const
  // What is answered is not done with.
  return {
    events: parent?.resolved ? [posted, { type: 'comment.reopened', commentId: parent.id }] : [posted],
  }
}

const wrongThread = (board: Board, parent: Comment | undefined) => {
  if (!parent || parent.parentId !== undefined) return refuse('unknownComment')
  return isGone(board, parent) ? refuse('commentRemoved') : null
}

/** Nobody sees a thread any more when all that was said in it has been removed. */
const isGone = (board: Board, head: Comment): boolean =>
  head.removed !== undefined &&
  !board.comments.some(({ parentId, removed }) => parentId === head.id && !removed)

/** Why nothing can be said there, or null: texts and items are in the rooms, for the server to look up. */
const wrongPlace = (board: Board, anchor: Anchor | undefined) => {
  if (!anchor) return refuse('anchorNeeded')
  const step = stepOf(board, anchor.stepId)
  if (!step) return refuse('unknownStep', { step: anchor.stepId })
  if (anchor.type === 'step') return anchor.id === step.id ? null : refuse('unknownPlace')
  const isThere = anchor.type !== 'question' || step.questions.some(({ id }) => id === anchor.id)
  return isThere ? null : refuse('unknownPlace')
}

/** Only who is here hears that they were named. */
const mentionedIn = (board: Board, ids: readonly MemberId[] | undefined) => {
  const unique = [...new Set(ids)]
  if (unique.some((id) => !memberOf(board, id))) return refuse('unknownMember')
  const here = unique.filter((id) => hasAccess(memberOf(board, id)))
  return here.length > 0 ? { mentions: here } : {}
}

/** Whether one plan has room for them all: everybody who opens it is told them. */
export const fitInPlan = (comments: readonly Comment[]): boolean =>
  comments.length <= commentLimit.count &&
  comments.reduce((sum, comment) => sum + lengthOf(comment), 0) <= commentLimit.characters

/** What is quoted, also under each answer, and who is named counts as what is said. */
const lengthOf = ({ anchor, body: words, mentions: named = [], onBehalfOf = '' }: Comment): number => {
  const said = words.length + onBehalfOf.length + named.join().length
  if (anchor.type !== 'text') return said
  const { start, end, quote, before, after } = anchor
  return said + start.length + end.length + quote.length + before.length + after.length
}

export const evolveComment = (board: Board, event: CommentEvent & Stamp): Board => {
  switch (event.type) {
    case 'comment.posted':
      return { ...board, comments: [...board.comments, event.comment] }
    case 'comment.edited':
      return changeComment(board, event.commentId, (comment) => ({
        ...without(comment, 'mentions'),
        body: event.body,
        kind: event.kind,
        ...(event.mentions && { mentions: event.mentions }),
        editedAt: event.at,
      }))
    case 'comment.resolved':
      return changeComment(board, event.commentId, (comment) => ({ ...comment, resolved: doneIn(event) }))
    case 'comment.reopened':
      return changeComment(board, event.commentId, (comment) => without(comment, 'resolved'))
    case 'comment.removed':
      return changeComment(board, event.commentId, (comment) => ({
        ...without(comment, 'mentions'),
        body: '',
        removed: doneIn(event),
      }))
    case 'comment.assigned': {
      const { memberId: to } = event
      return changeComment(board, event.commentId, (comment) =>
        to === null ? without(comment, 'assigned') : { ...comment, assigned: { to, ...doneIn(event) } },
      )
    }
    default:
      return unreachable(event)
  }
}

const doneIn = ({ at, by }: Stamp) => {
  if (by === null) throw new Error('a comment is changed by somebody')
  return { at, by }
}

const without = <Key extends 'mentions' | 'resolved' | 'assigned'>(comment: Comment, key: Key): Comment => {
  const { [key]: _, ...rest } = comment
  return rest as Comment
}

const changeComment = (board: Board, id: CommentId, change: (comment: Comment) => Comment): Board => ({
  ...board,
  comments: board.comments.map((comment) => (comment.id === id ? change(comment) : comment)),
})

/**
 * The passage after a move, or the refusal when somebody else was first; the same move said again is no other. One that
 * moved with its text keeps the words that it was given by hand.
 */
export const movedPassage = (
  known: Passage | undefined,
  { commentId: id, start, end, revision, words }: Extract<CommentCommand, { type: 'comment.reanchor' }>,
): Passage | { readonly refusal: Refusal } => {
  if (known?.start === start && known.end === end && (!words || isSameWords(known.words, words))) return known
  if ((known?.revision ?? 0) !== revision) return refuse('passageMoved')
  const kept = words ?? known?.words
  return { commentId: id, start, end, revision: revision + 1, ...(kept && { words: kept }) }
}

const isSameWords = (known: PassageWords | undefined, { quote, before, after }: PassageWords): boolean =>
  known?.quote === quote && known.before === before && known.after === after
