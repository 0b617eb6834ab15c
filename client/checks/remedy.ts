import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { CheckedPlan } from '../../shared/checks/define.ts'
import type { Remedy } from '../../shared/checks/remedies.ts'
import { followedInstead } from '../../shared/checks/remedies.ts'
import type { ItemEdits } from '../live/item-edits.ts'
import { planItemsOf } from '../live/plan-items.ts'
import type { BoardSession } from '../live/session.ts'
import { roomOf } from '../live/told.ts'
import { LOCAL } from '../live/undo.ts'

/* A remedy as it is written into the plan, and taken back. */

export interface Applying {
  readonly session: BoardSession
  readonly edits: ItemEdits
  readonly plan: CheckedPlan
  readonly now: { readonly day: string; readonly at: string }
  readonly headline: (title: string) => string
}

type Where = Pick<Applying, 'session' | 'plan'>

/** Rooms in which it writes: steps, or the plan's own for what is told after agreement. */
const roomsOf = (remedy: Remedy, { session, plan }: Where): readonly string[] => {
  switch (remedy.is) {
    case 'change': {
      const view = session.board.get()
      const item = planItemsOf(session).get().byId.get(remedy.id)
      if (view.is !== 'ready' || !item) return []
      return [...new Set(Object.keys(remedy.leaves).map((path) => roomOf(view.board, item, path)))]
    }
    case 'add':
      return [plan.home(remedy.kind)].filter((id) => id !== null)
    case 'goalToIndicator': {
      const instead = followedInstead(plan, remedy.goalId, String)
      const all = instead ? [instead.goal, ...instead.indicators, ...(instead.add ? [instead.add] : [])] : []
      return [...new Set(all.map(({ stepId }) => stepId))]
    }
  }
}

export const mayApply = (remedy: Remedy, where: Where): boolean => {
  const { session } = where
  const rooms = roomsOf(remedy, where)
  const view = session.board.get()
  if (view.is !== 'ready') return false
  const isThere = (id: string) => id === followUpRoom || stepOf(view.board, id) !== undefined
  const isOpen = (id: string) => session.room(id).document.get().state.is === 'writable'
  return rooms.length > 0 && rooms.every((id) => isThere(id) && isOpen(id))
}

/** What was done, and what it made; whoever made something goes on to write it. */
export interface Applied {
  readonly made: string | null
  /** Takes it back; false when the person has written there since, or it is no longer theirs to write. */
  readonly undo: () => boolean
}

export const applyRemedy = (remedy: Remedy, applying: Applying): Applied => {
  const { session, edits } = applying
  const ids = roomsOf(remedy, applying)
  const rooms = ids.map((id) => session.room(id).document)
  const before = rooms.map((room) => room.get().undo.undoStack.length)
  let made: string | null = null
  edits.asOne(ids, () => {
    made = write(remedy, applying)
  })
  const done = rooms.map((room, at) => {
    const { doc, undo } = room.get()
    return { room, doc, after: undo.undoStack.length, count: undo.undoStack.length - (before[at] ?? 0) }
  })
  const undo = () => {
    const isSame = done.every(({ room, doc, after }) => {
      const now = room.get()
      return now.doc === doc && now.state.is === 'writable' && now.undo.undoStack.length === after
    })
    if (isSame)
      for (const { room, count } of done) for (let left = count; left > 0; left--) room.get().undo.undo()
    return isSame
  }
  return { made, undo }
}

const write = (remedy: Remedy, applying: Applying): string | null => {
  const { edits, plan, now } = applying
  switch (remedy.is) {
    case 'change':
      edits.change(remedy, remedy.leaves)
      return null
    case 'add': {
      const stepId = plan.home(remedy.kind)
      return stepId && edits.add(remedy.kind, stepId, now.day, new Map(Object.entries(remedy.leaves)))
    }
    case 'goalToIndicator':
      followInstead(remedy.goalId, applying)
      return null
  }
}

/** The goal's words stay with its indicators, and the goal lies in the wastebasket. */
const followInstead = (goalId: string, { session, edits, plan, now, headline }: Applying): void => {
  const instead = followedInstead(plan, goalId, headline)
  if (!instead) return
  for (const one of instead.indicators) {
    edits.change(one, one.leaves)
    const words = edits.words(one, 'definition')
    session
      .room(one.stepId)
      .document.get()
      .doc.transact(() => words?.insert(words.length, one.note), LOCAL)
  }
  const { add } = instead
  if (add) edits.add(add.kind, add.stepId, now.day, new Map(Object.entries(add.leaves)))
  edits.delete(instead.goal, now.at)
}
