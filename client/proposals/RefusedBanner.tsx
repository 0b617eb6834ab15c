import { useState } from 'react'
import { stepOf } from '../../shared/board/model.ts'
import { StepId } from '../../shared/ids.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { RefusedWords } from '../live/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusedIcon } from '../ui/icons.ts'
import { CopyWords } from './CopyWords.tsx'
import css from './proposals.module.css'
import { Words } from './Words.tsx'

interface Props {
  readonly words: RefusedWords
  readonly onSee: (stepId: StepId) => void
  readonly onPutAway: () => void
}

const why = {
  agreed: 'proposals.refusedAgreed',
  paused: 'proposals.refusedPaused',
  role: 'proposals.refusedRole',
  earlier: 'proposals.refusedEarlier',
  tooBig: 'proposals.refusedTooBig',
  replaced: 'proposals.refusedReplaced',
} as const

const kept = {
  pending: 'proposals.keptPending',
  proposal: 'proposals.keptProposal',
  here: 'proposals.keptHere',
} as const

/** My words that the server did not take: in clear, until I put them away. */
export const RefusedBanner = ({ words, onSee, onPutAway }: Props) => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const [isShown, show] = useState(true)
  const [isSure, setSure] = useState(false)
  const number = names.number(words.stepId)
  const step = stepOf(board, words.stepId)
  return (
    <div className={css.refused}>
      <Icon of={RefusedIcon} />
      <p role="status">
        <strong>{t(why[words.reason], { number })}</strong> {t(kept[words.kept])}
      </p>
      <div className={css.actions}>
        {words.kept === 'proposal' && (
          <Button onPress={() => onSee(StepId.parse(words.stepId))}>{t('proposals.seeProposal')}</Button>
        )}
        <Button aria-expanded={isShown} onPress={() => show(!isShown)}>
          {t(isShown ? 'proposals.hideWords' : 'proposals.showWords')}
        </Button>
        <CopyWords changes={words.changes} step={step} />
        <Button kind="quiet" onPress={() => (words.kept === 'proposal' ? onPutAway() : setSure(true))}>
          {t('proposals.putAway')}
        </Button>
      </div>
      {isShown && (
        // A long text scrolls by itself, so it must be reachable without a pointer.
        <div
          className={css.mine}
          role="region"
          aria-label={t('proposals.yourWords', { number })}
          tabIndex={0}
        >
          <Words changes={words.changes} step={step} />
        </div>
      )}
      <Dialog
        isOpen={isSure}
        role="alertdialog"
        size="sm"
        onClose={() => setSure(false)}
        closeLabel={t('common.close')}
        title={t('proposals.putAwayTitle')}
        lead={t('proposals.putAwayLead')}
        foot={
          <>
            <Button size="lg" onPress={() => setSure(false)}>
              {t('common.cancel')}
            </Button>
            <Button kind="danger" size="lg" onPress={onPutAway}>
              {t('proposals.putAwaySure')}
            </Button>
          </>
        }
      >
        <Words changes={words.changes} step={step} />
      </Dialog>
    </div>
  )
}
