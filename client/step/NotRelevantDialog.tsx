import { useState } from 'react'
import { longestReason } from '../../shared/step/questions.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'

interface Props {
  readonly question: string
  readonly reason: string
  readonly lang: string
  readonly onSave: (reason: string) => void
  readonly onClose: () => void
}

/** A question is left aside only with its reason. */
export const NotRelevantDialog = ({ question, reason: before, lang, onSave, onClose }: Props) => {
  const t = useText()
  const [reason, setReason] = useState(before)
  const [isTried, setTried] = useState(false)
  const toProblem = useFirstProblem()
  const isMissing = reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (isMissing) return toProblem()
    onSave(reason.trim())
    onClose()
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('step.notRelevantTitle')}
      lead={t('step.notRelevantLead')}
      onSubmit={submit}
      foot={
        <>
          <Button size="lg" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit">
            {t('step.notRelevantSave')}
          </Button>
        </>
      }
    >
      <p lang={lang}>
        <strong>{question}</strong>
      </p>
      <TextArea
        label={t('step.notRelevantReason')}
        required
        autoFocus
        maxLength={longestReason}
        lang={lang}
        value={reason}
        onChange={setReason}
        error={isTried && isMissing ? t('step.notRelevantNeeded') : undefined}
      />
    </Dialog>
  )
}
