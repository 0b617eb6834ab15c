import { useState } from 'react'
import { may } from '../../shared/board/access.ts'
import { hasAccess } from '../../shared/board/model.ts'
import type { Scoring } from '../../shared/board/score.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useLive } from '../hooks/useLive.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { DoneIcon, ReviewIcon } from '../ui/icons.ts'
import { HideIcon } from '../ui/later-icons.ts'
import { EndScoring } from './EndScoring.tsx'
import type { Matrix } from './matrix.ts'
import { Problem } from './Problem.tsx'

interface Props {
  readonly scoring: Scoring
  readonly matrix: Matrix
  /** What is in the way of agreeing on all that are the same; null when nothing is. */
  readonly whyNot: string | null
  readonly onAgreeSame: () => void
}

/** How scoring apart goes, and what a facilitator does next. */
export const ScoringBar = ({ scoring, ...rest }: Props) =>
  scoring.is === 'open' ? <Open /> : <Revealed {...rest} />

const Open = () => {
  const t = useText()
  const { board, me } = useBoard()
  const given = useLive(useBoardSession().given)
  const [state, run] = useCommand()
  const [asks, setAsks] = useState(false)
  const isLead = may(me, 'scoring.lead')
  const voices = board.members.filter((one) => hasAccess(one) && may(one, 'score.give'))
  const count = voices.filter(({ id }) => given.some(({ memberId }) => memberId === id)).length
  const isSending = state.is === 'sending'
  return (
    <>
      <Banner
        kind="info"
        icon={HideIcon}
        title={t('scores.apartTitle')}
        role="status"
        {...(isLead && {
          actions: (
            <>
              <Button
                isDisabled={isSending}
                icon={ReviewIcon}
                onPress={() => void run({ type: 'scoring.reveal' })}
              >
                {t('scores.reveal')}
              </Button>
              <Button kind="quiet" isDisabled={isSending} onPress={() => setAsks(true)}>
                {t('scores.endApart')}
              </Button>
            </>
          ),
        })}
      >
        {may(me, 'score.give') ? t('scores.apartYours') : t('scores.apartWatch')}{' '}
        <span className="nowrap">{t('scores.counted', { count, all: voices.length })}</span>
      </Banner>
      <Problem state={state} />
      <EndScoring
        isOpen={asks}
        title={t('scores.endApartAsk')}
        lead={t('scores.endApartLead')}
        word={t('scores.endApart')}
        onEnd={() => void run({ type: 'scoring.end' })}
        onClose={() => setAsks(false)}
      />
    </>
  )
}

const Revealed = ({ matrix, whyNot, onAgreeSame }: Omit<Props, 'scoring'>) => {
  const t = useText()
  const { me } = useBoard()
  const [state, run] = useCommand()
  const [asks, setAsks] = useState(false)
  const same = matrix.same.length
  const left = matrix.rows
    .flatMap(({ cells }) => cells)
    .filter(({ scores, isSettled }) => scores.length > 0 && !isSettled).length
  const end = () => void run({ type: 'scoring.end' })
  return (
    <>
      <Banner
        kind="info"
        icon={ReviewIcon}
        title={t('scores.revealedTitle')}
        role="status"
        {...(may(me, 'scoring.lead') && {
          actions: (
            <>
              {same > 0 && (
                <Button icon={DoneIcon} isDisabled={whyNot !== null} onPress={onAgreeSame}>
                  {t('scores.agreeSame', { count: same })}
                </Button>
              )}
              <Button
                kind="quiet"
                isDisabled={state.is === 'sending'}
                onPress={() => (left === 0 ? end() : setAsks(true))}
              >
                {t('scores.end')}
              </Button>
            </>
          ),
        })}
      >
        {t('scores.toDiscuss', { count: matrix.toDiscuss })}
      </Banner>
      <Problem state={state} />
      <EndScoring
        isOpen={asks}
        title={t('scores.endAsk')}
        lead={t('scores.endLead', { count: left })}
        word={t('scores.end')}
        onEnd={end}
        onClose={() => setAsks(false)}
      />
    </>
  )
}
