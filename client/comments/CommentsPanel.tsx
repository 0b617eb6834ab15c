import { useEffect, useId, useRef } from 'react'
import { may } from '../../shared/board/access.ts'
import { stepOf } from '../../shared/board/model.ts'
import { subjectKey } from '../hooks/subjects.ts'
import { useBoard } from '../hooks/useBoard.ts'
import type { OpenComments } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { ChecksDoor } from '../marks/ChecksDoor.tsx'
import { PanelShell } from '../items/PanelShell.tsx'
import { useGoingOn } from '../items/useGoingOn.ts'
import beside from '../marks/beside.module.css'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon } from '../ui/icons.ts'
import { Composer } from './Composer.tsx'
import { Filters } from './Filters.tsx'
import panel from '../ui/panel.module.css'
import css from './panel.module.css'
import { StepThreads } from './StepThreads.tsx'
import { idsOf } from './threads.ts'
import { useChosen } from './useChosen.ts'
import { useGroups } from './useGroups.ts'
import { usePortion } from './usePortion.ts'
import { useTarget } from './useTarget.ts'
import { useWayBack } from './useWayBack.ts'
import { Why } from './Why.tsx'
import { WordsKept } from './WordsKept.tsx'

interface Props {
  readonly open: OpenComments
  /** The step that is open wide, if one is. */
  readonly stepId: string | undefined
  readonly onClose: () => void
}

/** What is said of the plan, beside it, and the place to say more. */
export const CommentsPanel = ({ open, stepId, onClose }: Props) => {
  const t = useText()
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { goOn, stay } = useGoingOn(heading)
  const chosen = useChosen(open)
  const { place, which, current } = chosen
  const groups = useGroups(place, which, current)
  const ids = idsOf(groups)
  const part = usePortion(groups, chosen)
  const shown = ids.join()
  // A thread that had the focus may have gone.
  useEffect(() => goOn, [goOn, shown])
  useWayBack(open, heading)
  return (
    <PanelShell headingId={headingId} onClose={onClose} isLow>
      <div className={`${panel.panel} ${css.comments}`} {...stay}>
        <div className={beside.head}>
          <h2 id={headingId} ref={heading} tabIndex={-1}>
            {t('comments.title')}
          </h2>
          <ChecksDoor />
          <IconButton icon={CloseIcon} label={t('common.close')} onPress={onClose} />
        </div>
        <Filters place={place} which={which} onPlace={chosen.setPlace} onWhich={chosen.setWhich} />
        <p className={css.count} role="status">
          {t('comments.shown', { count: ids.length })}
        </p>
        <div className={`${panel.body} ${css.body}`} ref={part.list}>
          {part.groups.map((group) => (
            <StepThreads
              key={group.step.id}
              group={group}
              current={current}
              answer={chosen.answer}
              onCurrent={chosen.setCurrent}
            />
          ))}
          {part.next > 0 && (
            <p className={css.more}>
              <Button onPress={part.more}>{t('comments.showMore', { count: part.next })}</Button>
            </p>
          )}
        </div>
        <Foot open={open} place={place} stepId={stepId} onPosted={chosen.show} />
      </div>
    </PanelShell>
  )
}

interface FootProps extends Pick<Props, 'open' | 'stepId'> {
  readonly place: ReturnType<typeof useChosen>['place']
  readonly onPosted: (id: string) => void
}

/** Where a new comment is written, or why this person writes none. */
const Foot = ({ open, place, stepId, onPosted }: FootProps) => {
  const { board, me } = useBoard()
  const { subject, passage, block } = useTarget(place, stepId)
  const step = subject && stepOf(board, subject.stepId)
  if (!step) return null
  return (
    <div className={css.foot}>
      {may(me, 'comment.post', step) ? (
        <Composer
          subject={subject}
          step={step}
          passage={passage}
          block={block}
          isWanted={open.is === 'about'}
          onPosted={onPosted}
        />
      ) : (
        <>
          <WordsKept key={subjectKey(subject)} subject={subject} />
          <Why />
        </>
      )}
    </div>
  )
}
