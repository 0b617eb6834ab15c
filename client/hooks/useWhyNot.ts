import { unreachable } from '../../shared/assert.ts'
import { deny } from '../../shared/board/access.ts'
import { isFormal } from '../../shared/board/decisions.ts'
import type { Member, Step } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import type { Translate } from '../../shared/messages/format.ts'
import { day } from './day.ts'
import type { Plan } from './useBoard.ts'
import { useBoard } from './useBoard.ts'
import type { Names } from './useNames.ts'
import { useNames } from './useNames.ts'
import { useText } from './useText.ts'
import type { RoomState } from '../live/session.ts'

/**
 * Why the person may not write in the step now, in a sentence that also says who can help; null when they may. Without
 * a step: in the plan's own room, which no step closes.
 */
export const useWhyNot = (step: Step | undefined, room: RoomState): string | null => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  return whyNot(step, room, { t, names, me, board })
}

/** Why the person does not write in the plan as a whole; null when they do. */
export const useWhyReading = (): string | null => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  return deny(me, 'room.write') === null ? null : whyRole({ t, names, me, board })
}

interface Told {
  readonly t: Translate
  readonly names: Pick<Names, 'person' | 'facilitators' | 'number'>
  readonly me: Member
  /** Without steps that are hidden. */
  readonly board: Plan
}

export const whyNot = (step: Step | undefined, room: RoomState, told: Told): string | null => {
  const { t } = told
  switch (room.is) {
    case 'syncing':
      // What will stand in the way afterwards is the better answer.
      return whyDenied(step, told) ?? t('step.whySyncing')
    case 'writable':
      return whyDenied(step, told)
    case 'readOnly':
      if (room.because === 'oldClient') return t('step.whyOldClient')
      // The room may hear of a change before the board does, or after it.
      return whyDenied(step, told) ?? t(room.because === 'full' ? 'step.whyFull' : 'step.whySyncing')
    case 'unknownContent':
      return t('step.whyUnknown')
    case 'failed':
      return t(failures[room.because])
    default:
      return unreachable(room)
  }
}

const failures = {
  notFound: 'step.whyNotFound',
  loadError: 'step.whyLoadError',
  tooMany: 'step.whyTooMany',
} as const

const whyDenied = (step: Step | undefined, told: Told): string | null => {
  const { t, names, me } = told
  const denial = deny(me, step ? 'room.write' : 'followUp.write', step)
  if (denial === null) return null
  if (denial === 'agreed' && step?.state.is === 'agreed') {
    const { decision } = step.state
    const date = day(decision.date)
    const formal = isFormal(decision) ? 'yes' : 'no'
    return me.role === 'facilitator'
      ? t('step.whyAgreedYou', { date, formal })
      : t('step.whyAgreed', { date, formal, names: names.facilitators })
  }
  if (denial === 'paused' && step?.pause) {
    const { by, until } = step.pause
    if (by === me.id) return t('step.whyPausedYou')
    const name = names.person(by)
    return until === undefined
      ? t('step.whyPaused', { name })
      : t('step.whyPausedUntil', { name, time: new Date(until) })
  }
  return whyRole(told, step)
}

const whyRole = ({ t, names, me, board }: Told, step?: Step): string => {
  const { facilitators } = names
  const own = me.onlyStep === undefined ? undefined : stepOf(board, me.onlyStep)
  if (own && own.id !== step?.id)
    return t('people.whyOnlyStep', { number: names.number(own.id), title: own.title, names: facilitators })
  return t(me.role === 'commenter' ? 'step.whyCommenter' : 'step.whyRole', { names: facilitators })
}
