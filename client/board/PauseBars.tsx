import type { Pause, Step } from '../../shared/board/model.ts'
import { closedBecause } from '../../shared/board/model.ts'
import { may } from '../../shared/board/access.ts'
import type { Plan } from '../hooks/useBoard.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { planMenu, useWayBack } from '../step/useWayBack.ts'
import { Button } from '../ui/Button.tsx'
import { ResumeIcon } from '../ui/icons.ts'
import { PauseBar } from '../ui/PauseBar.tsx'
import { pausesOf } from './pauses.ts'

/** The loud bar under the top bar: who has stopped the editing, where, and until when. */
export const PauseBars = () => {
  const { board } = useBoard()
  const back = useWayBack()
  return pausesOf(board).map(({ pause, steps, isWhole }) => (
    <Paused
      key={steps.map(({ id }) => id).join()}
      board={board}
      pause={pause}
      steps={steps}
      isWhole={isWhole}
      onResumed={() => back((steps.length === 1 && steps[0]?.id) || planMenu)}
    />
  ))
}

interface Props {
  readonly board: Plan
  readonly pause: Pause
  readonly steps: readonly Step[]
  readonly isWhole: boolean
  readonly onResumed: () => void
}

const Paused = ({ board, pause, steps, isWhole, onResumed }: Props) => {
  const t = useText()
  const names = useNames()
  const { me } = useBoard()
  const [state, run] = useCommand()
  const isMine = pause.by === me.id
  const values = {
    name: names.person(pause.by),
    count: steps.length,
    steps: names.numbers(steps.map(({ id }) => id)),
  }
  const words = isWhole
    ? t(isMine ? 'board.pausedByYouAll' : 'board.pausedByAll', values)
    : t(isMine ? 'board.pausedByYouSome' : 'board.pausedBySome', values)
  const isEvery = steps.length === board.steps.filter((step) => closedBecause(step) === 'paused').length
  const resume = async () => {
    if (isEvery) await run({ type: 'step.resume' })
    else for (const step of steps) await run({ type: 'step.resume', stepId: step.id })
    onResumed()
  }
  return (
    <PauseBar
      title={
        pause.until === undefined
          ? t('board.paused')
          : t('board.pausedUntil', { time: new Date(pause.until) })
      }
      {...(steps.every((step) => may(me, 'step.resume', step)) && {
        actions: (
          <Button icon={ResumeIcon} isDisabled={state.is === 'sending'} onPress={() => void resume()}>
            {t(state.is === 'sending' ? 'agree.sending' : 'board.endPause')}
          </Button>
        ),
      })}
    >
      {`${words} ${t('board.pausedRead')}`}
      {(state.is === 'refused' || state.is === 'failed') && ` ${state.message}`}
    </PauseBar>
  )
}
