import { useState } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useNames } from '../hooks/useNames.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { PausedIcon } from '../ui/icons.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SendFoot } from './SendFoot.tsx'

interface Props {
  /** null: the whole plan. */
  readonly step: Step | null
  readonly onClose: () => void
}

const lengths = ['5', '15', '30', '60'] as const
type Length = 'open' | (typeof lengths)[number]

/** Stopping the editing for a moment, in one step or in all of them. */
export const PauseDialog = ({ step, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const now = useNow()
  const [length, setLength] = useState<Length>('open')
  const [state, run] = useCommand()
  const mayPause = (step ? [step] : board.steps).some((one) => may(me, 'step.pause', one))
  const ends = (minutes: string) => new Date(now.getTime() + Number(minutes) * 60_000)
  const submit = async () => {
    if (!mayPause || state.is === 'sending') return
    const outcome = await run({
      type: 'step.pause',
      ...(step && { stepId: step.id }),
      // From this very moment, not from when the dialog was drawn.
      ...(length !== 'open' && { until: new Date(Date.now() + Number(length) * 60_000).toISOString() }),
    })
    if (outcome.is === 'done') onClose()
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={
        step
          ? t('agree.pauseTitle', { number: names.number(step.id), step: step.title })
          : t('agree.pauseAllTitle')
      }
      lead={t(step ? 'agree.pauseLead' : 'agree.pauseAllLead')}
      onSubmit={() => void submit()}
      foot={
        <SendFoot
          state={state}
          problem={mayPause ? null : t('agree.already')}
          icon={PausedIcon}
          send={t('agree.pauseSubmit')}
          onClose={onClose}
        />
      }
    >
      <RadioGroup
        label={t('agree.pauseUntil')}
        value={length}
        onChange={setLength}
        choices={[
          { value: 'open', label: t('agree.pauseOpenEnd') },
          ...lengths.map((minutes) => ({
            value: minutes,
            label: t('agree.pauseMinutes', { minutes: Number(minutes) }),
            description: t('agree.pauseEnds', { time: ends(minutes) }),
          })),
        ]}
      />
    </Dialog>
  )
}
