import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { progressOf } from '../../shared/step/read.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import css from './progress.module.css'
import { useContent } from './useContent.ts'

/** One cell per question, in the order of what is done: full = agreed, half = drafted, empty = unanswered. */
export const Progress = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const room = useRoom(step.id)
  const { agreed, notRelevant, drafted, total } = progressOf(useContent(room, step), step)
  const done = agreed + notRelevant
  const answered = done + drafted
  const cell = (at: number) => (at < done ? css.done : at < answered ? css.half : undefined)
  if (total === 0) return <p className={css.progress}>{t('step.progressNone')}</p>
  return (
    <div className={css.progress}>
      <span className={css.track} aria-hidden="true">
        {visible(step.questions).map(({ id }, at) => (
          <i key={id} className={cell(at)} />
        ))}
      </span>
      <span>
        {room.state.is === 'syncing' || room.state.is === 'failed'
          ? t('step.progressUnknown', { all: total })
          : t('step.progress', { done: answered, all: total })}
      </span>
    </div>
  )
}
