import type { Step } from '../../shared/board/model.ts'
import { closedBecause } from '../../shared/board/model.ts'
import { useNames } from '../hooks/useNames.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { PausedIcon, ReopenedIcon, WarningIcon } from '../ui/icons.ts'
import css from './notes.module.css'
import { useWhyNot } from './useWhyNot.ts'

/**
 * What to know of a step before reading on: why it was reopened, why one cannot write in it.
 * That it is agreed stands in the agreement's own box, and that one only reads is said once for the whole plan.
 */
export const StepNotes = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const names = useNames()
  const { state: room } = useRoom(step.id)
  const why = useWhyNot(step, room)
  const { state } = step
  const reopened = state.is === 'open' ? state.reopened : undefined
  const broken = room.is === 'failed' || room.is === 'unknownContent'
  const isPaused = closedBecause(step) === 'paused'
  return (
    <>
      {reopened && (
        <p className={css.note}>
          <Icon of={ReopenedIcon} />
          {t('step.reopenedBy', {
            date: new Date(reopened.at),
            name: names.person(reopened.by),
            reason: reopened.reason,
          })}
        </p>
      )}
      {why !== null && (isPaused || broken) && (
        <p className={css.note}>
          <Icon of={broken ? WarningIcon : PausedIcon} />
          {why}
        </p>
      )}
    </>
  )
}
