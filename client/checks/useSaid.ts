import { useCallback, useSyncExternalStore } from 'react'
import type { Finding } from '../../shared/checks/define.ts'
import { sayFinding } from '../../shared/checks/say.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { planItemsOf } from '../live/plan-items.ts'
import { findingsIn } from './findings.ts'

/** Stands in no text that people write. */
const separator = '\0'

/**
 * The findings in words, in their order. Drawn anew only when a word of them changes: what they name may be called
 * otherwise by now. For views that also ask for the findings, so that the plan is searched before it is named.
 */
export const useSaid = (findings: readonly Finding[]): readonly string[] => {
  const session = useBoardSession()
  const say = useSay()
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [planItemsOf(session).subscribe(listener), session.board.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [session],
  )
  const words = useSyncExternalStore(subscribe, () => findings.map(say).join(separator))
  return words.split(separator)
}

/** Puts a finding into words, with what it names as that is called in the plan now. */
export const useSay = (): ((finding: Finding) => string) => {
  const store = findingsIn(useBoardSession())
  const t = useText()
  const { locale } = useLocale()
  return useCallback(
    (finding) => {
      const plan = store.plan()
      return plan ? sayFinding(finding, { t, locale, plan }) : ''
    },
    [store, t, locale],
  )
}
