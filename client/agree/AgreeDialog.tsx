import { useState } from 'react'
import { deny } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { hasAccess } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { dayOf } from '../hooks/day.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useNames } from '../hooks/useNames.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { AgreedIcon } from '../ui/icons.ts'
import { BeforeAgreeing } from './BeforeAgreeing.tsx'
import { DecisionFields } from './DecisionFields.tsx'
import { emptyDecision, readDecision, wouldBeFormal } from './decision.ts'
import { SendFoot } from './SendFoot.tsx'

interface Props {
  readonly step: Step
  readonly onClose: () => void
}

/**
 * Agreeing on a step. What was typed stays until the server has said yes; a refusal is told here, beside the button.
 */
export const AgreeDialog = ({ step, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const today = dayOf(useNow())
  const [form, setForm] = useState(() => emptyDecision(today))
  const [isTried, setTried] = useState(false)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const reading = readDecision(form)
  const denial = deny(me, 'step.agree', step)
  const submit = async () => {
    setTried(true)
    if (reading.is === 'incomplete') toProblem()
    if (reading.is === 'incomplete' || denial !== null || state.is === 'sending') return
    const outcome = await run({ type: 'step.agree', stepId: step.id, decision: reading.decision })
    if (outcome.is === 'done') onClose()
  }
  const problems = isTried && reading.is === 'incomplete' ? reading.problems : []
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={onClose}
      closeLabel={t('agree.close')}
      title={t('agree.title', { number: names.number(step.id), step: step.title })}
      lead={t('agree.lead', { number: step.versions + 1 })}
      onSubmit={() => void submit()}
      side={<BeforeAgreeing step={step} isFormal={wouldBeFormal(form)} />}
      foot={
        <SendFoot
          state={state}
          problem={denial === 'agreed' ? t('agree.already') : denial && t('agree.mayNot')}
          icon={AgreedIcon}
          send={t('agree.submit')}
          onClose={onClose}
        >
          {t('agree.by', { name: me.name })}
        </SendFoot>
      }
    >
      <DecisionFields
        form={form}
        onChange={setForm}
        problems={problems}
        people={board.members.filter(hasAccess).map(({ name }) => name)}
      />
    </Dialog>
  )
}
