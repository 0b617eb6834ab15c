import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useText } from '../hooks/useText.ts'
import { settleWayBack, useWantsWayBack } from '../hooks/way-back.ts'
import { useWhyReading } from '../hooks/useWhyNot.ts'
import { visitNotice } from '../inbox/parts.ts'
import { wayBackNotice } from '../people/way-back-notice.ts'
import { refused } from '../proposals/refused.ts'
import { Unsent, useUnsent } from '../proposals/Unsent.tsx'
import { Banner } from '../ui/Banner.tsx'
import { OfflineIcon, ReviewIcon, WarningIcon } from '../ui/icons.ts'
import type { OnPlanAsk } from './BoardDialogs.tsx'
import css from './frame.module.css'
import { LeftOutBanner } from './LeftOutBanner.tsx'
import { PauseBars } from './PauseBars.tsx'
import { pausesOf } from './pauses.ts'
import { useLeftOut } from './useLeftOut.ts'

/** What everyone who writes has to know now, under the top bar: pauses, no connection, words that were not taken. */
export const Notices = ({ onAsk }: { readonly onAsk: OnPlanAsk }) => {
  const t = useText()
  const session = useBoardSession()
  const line = useLive(session.line)
  const isFull = useLive(session.isFull)
  const refusals = useLive(session.refusals)
  const { board } = useBoard()
  const whyReading = useWhyReading()
  const mayWrite = whyReading === null
  const isReminded = useWantsWayBack(board.id)
  const unsent = useUnsent()
  const [leftOut, putAway] = useLeftOut()
  const isAny =
    unsent.length > 0 ||
    leftOut.length > 0 ||
    !mayWrite ||
    isReminded ||
    isFull ||
    line === 'offline' ||
    refusals.length > 0 ||
    pausesOf(board).length > 0
  return (
    // A place to go to only while something stands in it.
    <div className={css.notices} {...(isAny && { role: 'region', 'aria-label': t('board.notices') })}>
      <PauseBars />
      <div className={css.offer}>
        <visitNotice.Part />
      </div>
      {line === 'offline' && (
        <Banner kind="again" icon={OfflineIcon} role="status" title={t('board.offlineTitle')}>
          {t(mayWrite ? 'board.offlineText' : 'board.offlineTextRead')}
        </Banner>
      )}
      {isFull && (
        <Banner kind="again" icon={WarningIcon} role="status" title={t('board.fullTitle')}>
          {t('board.fullText')}
        </Banner>
      )}
      {refusals.map((words) => (
        <refused.Part
          key={`${words.at} ${words.stepId}`}
          words={words}
          onPutAway={() => session.putAway(words)}
          onSee={(stepId) => onAsk({ is: 'proposals', stepId })}
        />
      ))}
      <Unsent />
      {leftOut.length > 0 && <LeftOutBanner leftOut={leftOut} onPutAway={putAway} />}
      {whyReading !== null && (
        <div className={css.standing}>
          <Banner kind="info" icon={ReviewIcon}>
            {whyReading}
          </Banner>
        </div>
      )}
      {isReminded && (
        <div className={css.offer}>
          <wayBackNotice.Part
            onKeep={() => onAsk({ is: 'returnLink' })}
            onPutAway={() => settleWayBack(board.id)}
          />
        </div>
      )}
    </div>
  )
}
