import { useCallback, useEffect, useRef, useState } from 'react'
import type { Decision } from '../../shared/board/decisions.ts'
import type { Step } from '../../shared/board/model.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Proposal } from '../live/api.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { AgreedIcon, DoneIcon, ErrorIcon } from '../ui/icons.ts'
import type { Choice, Choices } from './accepting.ts'
import { choiceFor, takingOf } from './accepting.ts'
import type { AskAgain } from './again.ts'
import { AcceptPart } from './AcceptPart.tsx'
import { Legend } from './Legend.tsx'
import css from './proposals.module.css'

interface Props {
  readonly proposal: Proposal
  readonly step: Step
  readonly again: AskAgain
  readonly onClose: () => void
  readonly onAccepted: () => void
  /** The server knows the ground better than the page: it is asked again. */
  readonly onStale: () => void
}

/**
 * Taking a proposal in, part by part. In an agreed step the words come in with a new decision, in the same moment;
 * whatever was chosen and typed stays until the server has said yes.
 */
export const AcceptForm = ({ proposal, step, again: Again, onClose, onAccepted, onStale }: Props) => {
  const t = useText()
  const number = useNames().number(step.id)
  const lead = useFocus()
  const [choices, setChoices] = useState<Choices>(new Map())
  const choose = useCallback(
    (part: number, choice: Choice) => setChoices((before) => new Map(before).set(part, choice)),
    [],
  )
  const [isTried, setTried] = useState(false)
  const isAgreed = step.state.is === 'agreed'
  const [decision, setDecision] = useState<Decision | null>(null)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const { changes } = proposal
  const { parts, undecided } = takingOf(changes, choices)
  const isMissing = undecided.length > 0 || parts.length === 0
  const submit = async () => {
    setTried(true)
    if (isMissing || (isAgreed && !decision)) return toProblem()
    if (state.is === 'sending') return
    const agreeAgain = isAgreed && decision ? { agreeAgain: decision } : {}
    const outcome = await run({ type: 'proposal.accept', proposalId: proposal.id, parts, ...agreeAgain })
    if (outcome.is === 'done') onAccepted()
    else if (outcome.is === 'refused') onStale()
  }
  const problem =
    state.is === 'refused' || state.is === 'failed'
      ? state.message
      : !isTried || !isMissing
        ? null
        : undecided.length > 0
          ? t('proposals.undecided', { count: undecided.length })
          : t('proposals.nothingTaken')
  return (
    <form
      className={css.accept}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // A form in a dialog that may be one, through React's portals.
        event.stopPropagation()
        void submit()
      }}
    >
      <p ref={lead} tabIndex={-1}>
        {t('proposals.acceptLead')} {isAgreed && t('proposals.acceptAgreed', { number })}
      </p>
      <ol role="list" className={css.parts}>
        {changes.map((change, part) => (
          <AcceptPart
            key={`${change.target} ${change.path}`}
            change={change}
            part={part}
            step={step}
            choice={choiceFor(change, choices.get(part))}
            onChoose={choose}
            isMissing={isTried && undecided.includes(part)}
          />
        ))}
      </ol>
      <Legend />
      {isAgreed && <Again step={step} isTried={isTried} onDecision={setDecision} />}
      {problem !== null && (
        <p className={css.missing} role="alert">
          <Icon of={ErrorIcon} />
          <span>{problem}</span>
        </p>
      )}
      <div className={css.actions}>
        <Button
          kind="primary"
          type="submit"
          icon={isAgreed ? AgreedIcon : DoneIcon}
          isDisabled={state.is === 'sending'}
        >
          {state.is === 'sending'
            ? t('agree.sending')
            : t(isAgreed ? 'proposals.acceptAgain' : 'proposals.acceptSubmit', {
                count: parts.length,
                all: changes.length,
              })}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

const useFocus = () => {
  const element = useRef<HTMLParagraphElement>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}
