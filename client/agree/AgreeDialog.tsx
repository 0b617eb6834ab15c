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
import { useStepErrors } from '../marks/useStepErrors.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { AgreedIcon } from '../ui/icons.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { begunOf, forgetBegun, keepBegun } from './begun.ts'
import { BeforeAgreeing } from './BeforeAgreeing.tsx'
import { DecisionFields } from './DecisionFields.tsx'
import { emptyDecision, readDecision, wouldBeFormal } from './decision.ts'
import { SendFoot } from './SendFoot.tsx'

interface Props {
  readonly step: Step
  readonly onClose: () => void
}

/**
 * Agreeing on a step. What was typed stays until the server has said yes, also while the person looks at what was
 * found; a refusal is told here, beside the button.
 */
export const AgreeDialog = ({ step, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const today = dayOf(useNow())
  const key = `${board.id} ${step.id}`
  const [form, setForm] = useState(() => begunOf(key)?.form ?? emptyDecision(today))
  const [isTried, setTried] = useState(false)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const [reason, setReason] = useState(() => begunOf(key)?.reason ?? '')
  const reading = readDecision(form)
  // The server may find what this page does not know yet.
  const wasRefused = state.is === 'refused' && state.code === 'errorsRemain'
  const hasErrors = useStepErrors(step.id) > 0 || wasRefused
  const isUnexplained = hasErrors && reason.trim() === ''
  const denial = deny(me, 'step.agree', step)
  const submit = async () => {
    setTried(true)
    if (reading.is === 'incomplete' || isUnexplained) return toProblem()
    if (denial !== null || state.is === 'sending') return
    const { decision } = reading
    const override = hasErrors && { override: { reason: reason.trim() } }
    const outcome = await run({ type: 'step.agree', stepId: step.id, decision, ...override })
    if (outcome.is === 'done') close()
  }
  const close = () => {
    forgetBegun(key)
    onClose()
  }
  const look = () => {
    keepBegun(key, { form, reason })
    onClose()
  }
  const problems = isTried && reading.is === 'incomplete' ? reading.problems : []
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={close}
      closeLabel={t('agree.close')}
      title={t('agree.title', { number: names.number(step.id), step: step.title })}
      lead={t('agree.lead', { number: step.versions + 1 })}
      onSubmit={() => void submit()}
      side={<BeforeAgreeing step={step} isFormal={wouldBeFormal(form)} onGo={look} />}
      foot={
        <SendFoot
          state={state}
          problem={denial === 'agreed' ? t('agree.already') : denial && t('agree.mayNot')}
          icon={AgreedIcon}
          send={t(hasErrors ? 'findings.agreeDespite' : 'agree.submit')}
          onClose={close}
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
      {hasErrors && (
        <TextArea
          label={t('findings.agreeReason')}
          hint={t('findings.agreeReasonHint')}
          rows={2}
          required
          value={reason}
          maxLength={2000}
          onChange={setReason}
          {...(isTried && isUnexplained && { error: t('findings.agreeReasonNeeded') })}
        />
      )}
    </Dialog>
  )
}
