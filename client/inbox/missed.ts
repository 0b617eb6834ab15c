import type { Comment } from '../../shared/board/comment.ts'
import { headOf } from '../../shared/board/comment.ts'
import type { InboxEntry } from '../../shared/board/inbox.ts'
import { inboxOf, isNew, isRead } from '../../shared/board/inbox.ts'
import type { Board, Member, Step } from '../../shared/board/model.ts'
import type { Visit, Writing } from '../../shared/board/visit.ts'
import { boardHref, stepHref } from '../hooks/addresses.ts'
import { commentsHref } from '../hooks/useOpenComments.ts'
import type { Naming, Place } from './place.ts'
import { placeOf, stepIdOf } from './place.ts'

/* What one person missed, put together for the eye. */

export interface Asked extends InboxEntry {
  readonly isUnread: boolean
  readonly comment: Comment | undefined
  readonly href: string
}

export const askedOf = (board: Board, me: Member, visit: Visit | null): readonly Asked[] =>
  inboxOf(board, me.id).map((entry) => {
    const comment = board.comments.find(({ id }) => id === entry.commentId)
    return {
      ...entry,
      comment,
      isUnread: visit !== null && !isRead(entry, visit.read),
      href: comment
        ? commentsHref(boardHref(board.id), { is: 'thread', id: headOf(board.comments, comment).id })
        : stepHref(board.id, entry.stepId),
    }
  })

export interface WrittenPlace extends Place {
  readonly key: string
  readonly by: readonly string[]
  readonly at: string
}

export interface WrittenStep {
  readonly step: Step
  /** The one written in last first. */
  readonly places: readonly WrittenPlace[]
}

/** By step, in the order of the plan; what is no longer there is left out. */
export const writtenSteps = (written: readonly Writing[], naming: Naming): readonly WrittenStep[] =>
  naming.telling.board.steps.flatMap((step) => {
    const own = written.filter((one) => stepIdOf(one, naming) === step.id)
    const places = [...Map.groupBy(own, ({ what }) => what)]
      .flatMap(([what, all]) => {
        const place = placeOf(step.id, what, naming)
        return place ? [{ ...place, key: what, ...lastOf(all) }] : []
      })
      .toSorted((one, two) => two.at.localeCompare(one.at))
    return places.length > 0 ? [{ step, places }] : []
  })

/** An item may have been written in, and told of after agreement: whoever came last first. */
const lastOf = (all: readonly Writing[]): Pick<WrittenPlace, 'by' | 'at'> => {
  const inOrder = all.toSorted((one, two) => two.at.localeCompare(one.at))
  return { by: [...new Set(inOrder.flatMap(({ by }) => by))], at: inOrder[0]?.at ?? '' }
}

/** How much there is to look at, for a notice; nothing at a first visit. */
export const missedCounts = (board: Board, me: Member, visit: Visit) => {
  if (visit.since === null) return { asked: 0, said: 0, written: 0 }
  const asked = askedOf(board, me, visit).filter(({ isUnread }) => isUnread)
  const told = new Set(asked.map(({ commentId }) => commentId))
  return {
    asked: asked.length,
    said: board.comments.filter((one) => isNew(one, me.id, visit) && !told.has(one.id)).length,
    written: visit.written.length,
  }
}
