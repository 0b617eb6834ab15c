import * as z from 'zod/mini'
import type { InboxEntry } from '../../shared/board/inbox.ts'
import { inboxOf, isRead } from '../../shared/board/inbox.ts'
import type { Board } from '../../shared/board/model.ts'
import { memberOf, stepOf } from '../../shared/board/model.ts'
import { BoardId, CommentId, MemberId, StepId } from '../../shared/ids.ts'
import { Locale } from '../../shared/locale.ts'
import type { Seat } from './caller.ts'
import { sessionOf, signedIn } from './caller.ts'
import { seatsOf } from './mine.ts'
import { refusing } from './refusals.ts'
import type { Routes } from './services.ts'

/* What is asked of the caller, in all their plans. */

/** So many entries of a plan are told, and so many characters of a comment. */
const shown = { entries: 50, characters: 200 } as const

const Entry = z.object({
  id: z.string(),
  because: z.enum(['mention', 'assigned', 'answer', 'review']),
  at: z.iso.datetime(),
  by: MemberId,
  byName: z.string(),
  stepId: StepId,
  stepTitle: z.string(),
  commentId: z.optional(CommentId),
  /** The beginning of the comment; '' when it is about none. */
  words: z.string(),
  isRead: z.boolean(),
})

const PlanInbox = z.object({
  board: BoardId,
  title: z.string(),
  language: Locale,
  /** Of all entries, also those that are too old to be told. */
  unread: z.int(),
  entries: z.array(Entry),
})

export const inboxRoutes: Routes = (app, services) => {
  app.get(
    '/api/inbox',
    {
      schema: {
        summary: 'What is asked of the caller, plan by plan, the newest first',
        response: { 200: z.array(PlanInbox), ...refusing },
      },
      onRequest: signedIn(services.people),
    },
    async (request) => (await seatsOf(services, sessionOf(request))).map(inboxIn),
  )
}

const inboxIn = ({ live, member }: Seat): z.infer<typeof PlanInbox> => {
  const { id: board, title, language } = live.board
  const { read } = live.visits.of(member.id)
  const entries = inboxOf(live.board, member.id).map((entry) => ({ ...entry, isRead: isRead(entry, read) }))
  const unread = entries.filter((entry) => !entry.isRead).length
  const told = entries.slice(0, shown.entries).map((entry) => ({ ...entry, ...wordsFor(live.board, entry) }))
  return { board, title, language, unread, entries: told }
}

const wordsFor = (board: Board, { by, stepId, commentId }: InboxEntry) => {
  const body = board.comments.find(({ id }) => id === commentId)?.body ?? ''
  return {
    byName: memberOf(board, by)?.name ?? '',
    stepTitle: stepOf(board, stepId)?.title ?? '',
    // By characters as people know them: half a smiley is none.
    words: [...body.slice(0, 2 * shown.characters)].slice(0, shown.characters).join(''),
  }
}
