import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { StepId } from '../../shared/ids.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useText } from '../hooks/useText.ts'
import { OfflineIcon, RefusedIcon, SavedIcon, SavingIcon } from '../ui/icons.ts'
import { Status } from '../ui/Status.tsx'
import type { OnPlanAsk } from './BoardDialogs.tsx'
import type { SavingWords } from './saving.ts'
import { savingWords } from './saving.ts'
import css from './topbar.module.css'

const looks: Readonly<
  Record<
    SavingWords['is'],
    { readonly icon: LucideIcon; readonly kind: 'plain' | 'good' | 'warning' | 'error' }
  >
> = {
  saved: { icon: SavedIcon, kind: 'good' },
  saving: { icon: SavingIcon, kind: 'plain' },
  loading: { icon: SavingIcon, kind: 'plain' },
  offline: { icon: OfflineIcon, kind: 'warning' },
  refused: { icon: RefusedIcon, kind: 'error' },
}

/** What the server has said of the person's words; never a tick before it has. */
export const SavingState = ({ onAsk }: { readonly onAsk: OnPlanAsk }) => {
  const t = useText()
  const session = useBoardSession()
  const words = useCalm(
    savingWords(useLive(session.saving), useLive(session.line), useLive(session.refusals)),
  )
  const { icon, kind } = looks[words.is]
  const { proposalOf } = words
  const text = (
    <>
      <span className={words.short ? css.long : undefined}>{t(words.key, words.values)}</span>
      {words.short && <span className={css.short}>{t(words.short)}</span>}
    </>
  )
  return (
    <div className={css.saving}>
      <Status icon={icon} kind={kind}>
        {proposalOf === undefined ? (
          text
        ) : (
          <Button
            className={css.link ?? ''}
            onPress={() => onAsk({ is: 'proposals', stepId: StepId.parse(proposalOf) })}
          >
            {text}
          </Button>
        )}
      </Status>
    </div>
  )
}

/** So long nothing more has to be written or fetched before all is called saved (milliseconds). */
const quiet = 600

/**
 * Between two keystrokes everything may be saved for a moment, and so between two texts that come. It is called saved
 * only after a pause, lest the words flicker and a screen reader says them over and over; that something waits is
 * said at once.
 */
const useCalm = (words: SavingWords): SavingWords => {
  const [waiting, setWaiting] = useState<SavingWords | null>(fetching)
  const { is, key } = words
  useEffect(() => {
    if (is !== 'saved') {
      setWaiting(is === 'saving' || is === 'loading' ? { is, key } : null)
      return
    }
    const timer = setTimeout(() => setWaiting(null), quiet)
    return () => clearTimeout(timer)
  }, [is, key])
  return is === 'saved' ? (waiting ?? words) : words
}

/** The bar stands there before the texts do. */
const fetching: SavingWords = { is: 'loading', key: 'board.fetching' }
