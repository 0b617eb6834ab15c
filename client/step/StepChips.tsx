import type { Step } from '../../shared/board/model.ts'
import { closedBecause } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ChangedGroundIcon, PausedIcon, ProposalIcon } from '../ui/icons.ts'
import type { OnAsk } from './ask.ts'
import css from './column.module.css'
import { stateOf } from './state.ts'

interface Props {
  readonly step: Step
  readonly onAsk: OnAsk
}

/** What state a step is in, in words; and how many proposals wait for it. */
export const StepChips = ({ step, onAsk }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const names = useNames()
  const number = names.number(step.id)
  const isOnChangedGround = step.changedGround.some(({ stepId }) => names.number(stepId) > 0)
  const { look, icon, word } = stateOf(step)
  const isPaused = closedBecause(step) === 'paused'
  const proposals = board.proposals.filter((one) => one.stepId === step.id && one.state === 'open').length
  return (
    <>
      {/* Nobody can write in a step that is paused, so it is not called open. */}
      {!(isPaused && look === 'open') && (
        <Chip kind={look} icon={icon}>
          {t(word)}
        </Chip>
      )}
      {isPaused && (
        <Chip kind="paused" icon={PausedIcon}>
          {step.pause?.until === undefined
            ? t('step.paused')
            : t('step.pausedUntil', { time: new Date(step.pause.until) })}
        </Chip>
      )}
      {isOnChangedGround && (
        <Chip kind="again" icon={ChangedGroundIcon}>
          {t('step.changedGround')}
        </Chip>
      )}
      {proposals > 0 && (
        <button
          type="button"
          className={css.proposals}
          aria-label={t('step.proposalsOpen', { count: proposals, number })}
          onClick={() => onAsk({ is: 'proposals', stepId: step.id })}
        >
          <Icon of={ProposalIcon} size="sm" />
          {t('step.proposals', { count: proposals })}
        </button>
      )}
    </>
  )
}
