import { useState } from 'react'
import { SendFoot } from '../agree/SendFoot.tsx'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { CheckLimits } from './CheckLimits.tsx'
import { findingsIn } from '../checks/findings.ts'
import type { LimitForm } from './limit-form.ts'
import { askedIn, formOf, readLimits } from './limit-form.ts'
import css from './limits.module.css'

/** What each check of this plan allows, and whether it is asked at all; for whoever leads the plan. */
export const LimitsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { locale } = useLocale()
  const { board } = useBoard()
  const plan = findingsIn(useBoardSession()).plan()
  const [asked] = useState(() => (plan ? askedIn(plan) : []))
  // Only what was changed here: the rest follows what others change meanwhile.
  const [edits, setEdits] = useState<LimitForm>({})
  const form = { ...formOf(asked, board.settings.checks, locale), ...edits }
  const [isTried, setTried] = useState(false)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const submit = async () => {
    setTried(true)
    const checks = readLimits(form, board.settings.checks, locale)
    if (checks === null) return toProblem()
    if (state.is === 'sending') return
    const isUsual = Object.keys(checks).length === 0
    const outcome = await run({ type: 'plan.settings', checks: isUsual ? null : checks })
    if (outcome.is === 'done') onClose()
  }
  return (
    <Dialog
      isOpen
      size="md"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('findings.limitsTitle')}
      lead={t('findings.limitsLead')}
      onSubmit={() => void submit()}
      foot={
        <SendFoot
          state={state}
          problem={null}
          icon={DoneIcon}
          send={t('findings.limitsSave')}
          onClose={onClose}
        />
      }
    >
      <p>
        <Button onPress={() => setEdits(formOf(asked, undefined, locale))}>
          {t('findings.limitsReset')}
        </Button>
      </p>
      <ul role="list" className={css.list}>
        {asked.map((id) => {
          const of = form[id]
          return (
            of && (
              <CheckLimits
                key={id}
                id={id}
                form={of}
                isTried={isTried}
                onChange={(next) => setEdits((before) => ({ ...before, [id]: next }))}
              />
            )
          )
        })}
      </ul>
    </Dialog>
  )
}
