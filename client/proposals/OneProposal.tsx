import { useState } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { closedBecause, stepOf } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Proposal } from '../live/api.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DoneIcon, NotRelevantIcon, ProposalIcon } from '../ui/icons.ts'
import { AcceptForm } from './AcceptForm.tsx'
import type { AskAgain } from './again.ts'
import { CopyWords } from './CopyWords.tsx'
import { DeclineForm } from './DeclineForm.tsx'
import css from './proposals.module.css'
import { Words } from './Words.tsx'

interface Props {
  readonly proposal: Proposal
  /** Where proposals to several steps stand together. */
  readonly withStep: boolean
  readonly again: AskAgain
  readonly onAccepted: (step: Step) => void
  readonly onStale: () => void
}

const states = {
  open: { kind: 'review', icon: ProposalIcon, word: 'proposals.stateOpen' },
  accepted: { kind: 'agreed', icon: DoneIcon, word: 'proposals.stateAccepted' },
  declined: { kind: 'open', icon: NotRelevantIcon, word: 'proposals.stateDeclined' },
} as const

const causes = {
  person: 'proposals.causePerson',
  agreed: 'proposals.causeAgreed',
  paused: 'proposals.causePaused',
  role: 'proposals.causeRole',
  earlier: 'proposals.causeEarlier',
  replaced: 'proposals.causeReplaced',
} as const

export const OneProposal = ({ proposal, withStep, again, onAccepted, onStale }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const [doing, setDoing] = useState<'accept' | 'decline' | null>(null)
  // Whoever thinks better of it is back where they were.
  const [was, setWas] = useState(doing)
  const stop = () => {
    setWas(doing)
    setDoing(null)
  }
  const step = stepOf(board, proposal.stepId)
  const mayDecide = proposal.state === 'open' && may(me, 'proposal.decide')
  const isPaused = step !== undefined && closedBecause(step) === 'paused'
  const { kind, icon, word } = states[proposal.state]
  return (
    <li className={css.proposal}>
      <div className={css.head}>
        <Chip kind={kind} icon={icon}>
          {t(word)}
        </Chip>
        <strong>{names.person(proposal.author)}</strong>
        <span className={css.about}>{t('proposals.at', { at: new Date(proposal.at) })}</span>
      </div>
      <p className={css.about}>
        {withStep && step && (
          <>
            {t('proposals.to', { number: names.number(step.id) })}
            <span lang={languageTag[board.language]}>{`${step.title}. `}</span>
          </>
        )}
        {`${t(causes[proposal.cause])}.`}
      </p>
      {proposal.reason !== '' && <p className={css.reason}>{proposal.reason}</p>}
      {doing === 'accept' && mayDecide && !isPaused && step ? (
        <AcceptForm
          proposal={proposal}
          step={step}
          again={again}
          onClose={stop}
          onAccepted={() => onAccepted(step)}
          onStale={onStale}
        />
      ) : (
        <Words changes={proposal.changes} step={step} />
      )}
      {doing === 'decline' && <DeclineForm proposal={proposal} onClose={stop} />}
      {doing === null && (
        <div className={css.actions}>
          {mayDecide && !isPaused && (
            <Button icon={DoneIcon} autoFocus={was === 'accept'} onPress={() => setDoing('accept')}>
              {t('proposals.accept')}
            </Button>
          )}
          {mayDecide && (
            <Button kind="quiet" autoFocus={was === 'decline'} onPress={() => setDoing('decline')}>
              {t('proposals.decline')}
            </Button>
          )}
          <CopyWords changes={proposal.changes} step={step} />
        </div>
      )}
      {mayDecide && isPaused && <p className={css.about}>{t('proposals.acceptPaused')}</p>}
    </li>
  )
}
