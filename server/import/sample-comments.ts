import * as z from 'zod/mini'
import type { Anchor, Comment } from '../../shared/board/comment.ts'
import { CommentKind } from '../../shared/board/comment.ts'
import { commentLimit } from '../../shared/board/comments.ts'
import { homeOf } from '../../shared/board/home.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import { Time } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { MemberId } from '../../shared/ids.ts'
import { CommentId, QuestionId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { withinLimits } from './comments.ts'
import type { ContentInFile } from './plan.ts'
import type { Reading } from './reading.ts'

/* Comments of a `sample-plan/1`: each a thread with its answers, dated by the day. */

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(commentLimit.body))
const person = z.string().check(z.maxLength(200))
const mostAnswers = 999

export const CommentInSample = z.strictObject({
  /** Short enough for the ids of its answers. */
  id: CommentId.check(z.maxLength(64 - `-r${mostAnswers}`.length)),
  anchor: z.strictObject({ type: z.string().check(z.maxLength(40)), id: z.string().check(z.maxLength(140)) }),
  kind: CommentKind,
  authorId: person,
  onBehalfOf: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  createdAt: z.union([z.iso.date(), Time]),
  text,
  status: z.enum(['open', 'resolved']),
  replies: z._default(
    z
      .array(z.strictObject({ authorId: person, createdAt: z.union([z.iso.date(), Time]), text }))
      .check(z.maxLength(mostAnswers)),
    [],
  ),
})
type CommentInSample = z.infer<typeof CommentInSample>

interface Known {
  readonly steps: readonly StepStructure[]
  readonly contents: ReadonlyMap<string, ContentInFile>
  /** Who they are here. */
  readonly people: ReadonlyMap<string, MemberId>
}

export const commentsIn = (
  file: readonly CommentInSample[],
  known: Known,
  reading: Reading,
): readonly Comment[] => {
  const seen = new Set<CommentId>()
  const comments = file.flatMap((comment, at) => {
    const place = `comments[${at}]`
    const thread = threadOf(comment, place, known, reading)
    for (const { id } of thread) {
      if (seen.has(id)) reading.fail(`${place}.id`, 'duplicate')
      seen.add(id)
    }
    return thread
  })
  return withinLimits(byDay(comments), reading)
}

/** Oldest first; an answer never comes before what it answers, whatever its day. */
const byDay = (comments: readonly Comment[]): readonly Comment[] => {
  const days = new Map<CommentId, number>()
  for (const { id, parentId, at } of comments)
    days.set(id, Math.max(Date.parse(at), (parentId && days.get(parentId)) ?? 0))
  return comments.toSorted((one, two) => (days.get(one.id) ?? 0) - (days.get(two.id) ?? 0))
}

const threadOf = (
  comment: CommentInSample,
  place: string,
  known: Known,
  reading: Reading,
): readonly Comment[] => {
  const { id, kind, onBehalfOf, status } = comment
  const anchor = anchorOf(comment, known)
  if ('leftOut' in anchor) reading.leaveOut(`${place}: ${comment.anchor.type}`, anchor.leftOut)
  const author = known.people.get(comment.authorId)
  if (!author) reading.leaveOut(place, 'noAuthor')
  if ('leftOut' in anchor || !author) return []
  const answers = answersOf(comment, anchor, place, known, reading)
  const said = { id, anchor, kind, ...saidBy(author, comment), imported: true } as const
  const head: Comment = { ...said, ...(onBehalfOf !== undefined && { onBehalfOf }) }
  const { author: by, at } = answers.at(-1) ?? head
  // Files do not say who resolved it, nor when: whoever spoke last, then.
  return [status === 'resolved' ? { ...head, resolved: { at, by } } : head, ...answers]
}

const answersOf = (
  { id, replies }: CommentInSample,
  anchor: Anchor,
  place: string,
  { people }: Known,
  reading: Reading,
): readonly Comment[] =>
  replies.flatMap((reply, at): readonly Comment[] => {
    const by = people.get(reply.authorId)
    if (!by) reading.leaveOut(`${place}.replies[${at}]`, 'noAuthor')
    const answerId = CommentId.parse(`${id}-r${at + 1}`)
    return by
      ? [{ id: answerId, parentId: id, anchor, kind: 'comment', ...saidBy(by, reply), imported: true }]
      : []
  })

const saidBy = (
  author: MemberId,
  { text: body, createdAt }: Pick<CommentInSample, 'text' | 'createdAt'>,
): Pick<Comment, 'author' | 'body' | 'at'> => ({ author, body, at: timeOf(createdAt) })

const timeOf = (day: string): string => (day.includes('T') ? day : `${day}T00:00:00Z`)

const anchorOf = (
  { anchor: { type, id } }: CommentInSample,
  { steps, contents }: Known,
): Anchor | { readonly leftOut: 'noKind' | 'noSubject' } => {
  if (type === 'answer') {
    const step = steps.find(({ questions }) => questions.some((question) => question.id === id))
    return step ? { type: 'question', stepId: step.id, id: QuestionId.parse(id) } : { leftOut: 'noSubject' }
  }
  if (!kinds.has(type)) return { leftOut: 'noKind' }
  const room = [...steps.map((one) => one.id), followUpRoom].find((one) =>
    contents.get(one)?.items.some((item) => item.kind === type && item.id === id),
  )
  const stepId = room && homeOf({ steps }, { stepId: room, kind: type })
  return stepId ? { type: 'item', stepId, id, kind: type } : { leftOut: 'noSubject' }
}
