import * as z from 'zod/mini'
import type { CommentKind as Kind, TextAnchor } from '../../shared/board/comment.ts'
import { Anchor, CommentKind } from '../../shared/board/comment.ts'
import type { Subject } from '../hooks/subjects.ts'
import { subjectKey } from '../hooks/subjects.ts'

/*
 * What somebody has begun to say and not sent. It outlives the panel, and the page as long as its tab: nothing that
 * was written is lost because something else was pressed.
 */

const Kept = z.readonly(
  z.object({
    body: z.string(),
    kind: CommentKind,
    onBehalfOf: z.string(),
    passage: z.optional(Anchor),
    commentId: z.optional(z.string()),
  }),
)

export interface Draft {
  readonly body: string
  readonly kind: Kind
  readonly onBehalfOf: string
  /** The words it is about, where it is about a passage. */
  readonly passage?: TextAnchor
  /** The id it is sent under. */
  readonly commentId?: string
}

export const emptyDraft: Draft = { body: '', kind: 'comment', onBehalfOf: '' }

export interface Keep {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** The key of a new comment on something. */
export const draftKey = (board: string, subject: Subject): string => `${board} ${subjectKey(subject)}`

/** The key of an answer that is being written in a thread. */
export const answerKey = (board: string, head: string): string => `${board} answer ${head}`

const inMemory = new Map<string, Draft>()

/** `key` is the plan and what is spoken of; the browser may keep nothing, then memory does. */
export const draftOf = (keep: Keep, key: string): Draft =>
  inMemory.get(key) ?? stored(keep, key) ?? emptyDraft

const place = (key: string) => `samplan.comment.${key}`

const stored = (keep: Keep, key: string): Draft | null => {
  const text = attempt(() => keep.getItem(place(key)))
  const kept = text ? attempt(() => Kept.safeParse(JSON.parse(text)).data) : undefined
  if (!kept) return null
  const { body, kind, onBehalfOf, passage, commentId } = kept
  return {
    body,
    kind,
    onBehalfOf,
    ...(passage?.type === 'text' && { passage }),
    ...(commentId !== undefined && { commentId }),
  }
}

export const keepDraft = (keep: Keep, key: string, draft: Draft): void => {
  inMemory.set(key, draft)
  if (draft.body.trim() === '') attempt(() => keep.removeItem(place(key)))
  else attempt(() => keep.setItem(place(key), JSON.stringify(draft)))
}

/** What was begun of one thing goes on about another, where nothing has been begun yet. */
export const carryDraft = (keep: Keep, from: string, to: string): void => {
  const draft = draftOf(keep, from)
  if (from === to || draft.body.trim() === '' || draftOf(keep, to).body.trim() !== '') return
  const { passage: _, ...words } = draft
  keepDraft(keep, to, words)
  forgetDraft(keep, from)
}

/** It was sent, or is no longer wanted. */
export const forgetDraft = (keep: Keep, key: string): void => {
  inMemory.delete(key)
  attempt(() => keep.removeItem(place(key)))
}

/** Nothing when the browser will not: private windows, a full disk, words that are none of ours. */
const attempt = <T>(what: () => T): T | null => {
  try {
    return what()
  } catch {
    // reason: storage throws where it is switched off or full, and what stands in it may be anything
    return null
  }
}
