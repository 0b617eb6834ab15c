import { useEffect, useState } from 'react'
import type { Step } from '../../shared/board/model.ts'
import { useApi } from '../hooks/useApi.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Proposal } from '../live/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { Loading } from '../ui/Loading.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import type { AskAgain } from './again.ts'
import { OneProposal } from './OneProposal.tsx'
import css from './proposals.module.css'

interface Props {
  /** null: those of the whole plan. */
  readonly step: Step | null
  readonly again: AskAgain
  readonly onClose: () => void
}

type Fetched =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly proposals: readonly Proposal[] }
  | { readonly is: 'failed'; readonly message: string }

/** What people proposed, in clear, and what became of it; whoever leads the plan takes them in or declines with a reason. */
export const ProposalsDialog = ({ step, again: askAgain, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const [which, setWhich] = useState<'open' | 'all'>('open')
  const [accepted, setAccepted] = useState<string | null>(null)
  const announce = useAnnounce()
  const accept = ({ id, state }: Step) => {
    const key = state.is === 'agreed' ? 'proposals.acceptedAgain' : 'proposals.acceptedText'
    const text = t(key, { number: names.number(id) })
    setAccepted(text)
    announce(`${t('proposals.acceptedTitle')} ${text}`)
  }
  const [fetched, again] = useProposals()
  const own =
    fetched.is === 'here' ? fetched.proposals.filter((one) => step === null || one.stepId === step.id) : []
  const shown = own.filter((one) => which === 'all' || one.state === 'open').toReversed()
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={
        step
          ? t('proposals.titleStep', { number: names.number(step.id), step: step.title })
          : t('proposals.title')
      }
      lead={t('proposals.lead')}
      foot={
        <Button size="lg" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {fetched.is === 'waiting' && <Loading>{t('proposals.loading')}</Loading>}
      {fetched.is === 'failed' && (
        <div className="stack" role="alert">
          <p>{t('proposals.failed', { message: fetched.message })}</p>
          <div>
            <Button onPress={again}>{t('common.retry')}</Button>
          </div>
        </div>
      )}
      {accepted && (
        <Banner kind="agreed" icon={DoneIcon} title={t('proposals.acceptedTitle')}>
          {accepted}
        </Banner>
      )}
      {own.length > 0 && (
        <div>
          <Segmented
            label={t('proposals.which')}
            value={which}
            onChange={setWhich}
            segments={[
              { value: 'open', label: t('proposals.showOpen') },
              { value: 'all', label: t('proposals.showAll') },
            ]}
          />
        </div>
      )}
      {fetched.is === 'here' && shown.length === 0 && (
        <p>{t(own.length === 0 && step ? 'proposals.noneStep' : 'proposals.none')}</p>
      )}
      {shown.length > 0 && (
        <ul role="list" className={css.list}>
          {shown.map((proposal) => (
            <OneProposal
              key={proposal.id}
              proposal={proposal}
              withStep={step === null}
              again={askAgain}
              onAccepted={accept}
              onStale={again}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

/** Fetched anew whenever the board tells of a proposal, or of what became of one. */
const useProposals = (): readonly [Fetched, () => void] => {
  const api = useApi()
  const { board } = useBoard()
  const [fetched, setFetched] = useState<Fetched>({ is: 'waiting' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isOver = false
    void api.proposals(board.id).then((answer) => {
      if (isOver) return
      setFetched(
        answer.is === 'ok'
          ? { is: 'here', proposals: answer.value }
          : { is: 'failed', message: answer.message },
      )
    })
    return () => void (isOver = true)
  }, [api, board.id, board.proposals, attempt])
  return [fetched, () => setAttempt((before) => before + 1)]
}
