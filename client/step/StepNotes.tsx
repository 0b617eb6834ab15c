import type { Step } from '../../shared/board/model.ts'
import { useNames } from '../hooks/useNames.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import type { RoomState } from '../live/session.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ReopenedIcon, WarningIcon } from '../ui/icons.ts'
import css from './notes.module.css'
import { useWhyNot } from '../hooks/useWhyNot.ts'
import { Unread } from './Unread.tsx'

/**
 * What to know of a step before reading on: why it was reopened, what keeps the page from showing it. That it is
 * agreed or paused stands in boxes of their own, and that one only reads is said once for the whole plan.
 */
export const StepNotes = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const names = useNames()
  const { state: room } = useRoom(step.id)
  const why = useWhyNot(step, room)
  const reopened = step.state.is === 'open' ? step.state.reopened : undefined
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
      {why !== null && isBroken(room) && (
        <div className={css.note} role="status">
          <Icon of={WarningIcon} />
          <p>{why}</p>
          <Button onPress={() => location.reload()}>{t('common.reload')}</Button>
        </div>
      )}
      <Unread step={step} />
    </>
  )
}

/** Whether the page itself is what stands in the way. */
const isBroken = (room: RoomState): boolean =>
  room.is === 'failed' ||
  room.is === 'unknownContent' ||
  (room.is === 'readOnly' && room.because === 'oldClient')
