import { useState } from 'react'
import { may } from '../../shared/board/access.ts'
import { stepOf } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Proposal } from '../live/api.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DoneIcon, NotRelevantIcon, ProposalIcon } from '../ui/icons.ts'
import { CopyWords } from './CopyWords.tsx'
import { DeclineForm } from './DeclineForm.tsx'
import css from './proposals.module.css'
import { Words } from './Words.tsx'

interface Props {
  readonly proposal: Proposal
  /** Where proposals to several steps stand together. */
  readonly withStep: boolean
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

export const OneProposal = ({ proposal, withStep }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const [isDeclining, setDeclining] = useState(false)
  const [wasDeclining, setWasDeclining] = useState(false)
  const decline = (is: boolean) => {
    setDeclining(is)
    // Whoever thinks better of it is back where they were.
    setWasDeclining(!is)
  }
  const step = stepOf(board, proposal.stepId)
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
      <Words changes={proposal.changes} step={step} />
      {isDeclining ? (
        <DeclineForm proposal={proposal} onClose={() => decline(false)} />
      ) : (
        <div className={css.actions}>
          <CopyWords changes={proposal.changes} step={step} />
          {proposal.state === 'open' && may(me, 'proposal.decide') && (
            <Button kind="quiet" autoFocus={wasDeclining} onPress={() => decline(true)}>
              {t('proposals.decline')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
