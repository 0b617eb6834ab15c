import type { Remedy } from '../../shared/checks/remedies.ts'
import { dayOf } from '../hooks/day.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useText } from '../hooks/useText.ts'
import { findingsIn } from './findings.ts'
import type { Applied } from './remedy.ts'
import { applyRemedy, mayApply } from './remedy.ts'

interface Applying {
  /** Undefined while the plan is not known whole. */
  readonly apply: (remedy: Remedy) => Applied | undefined
  readonly mayApply: (remedy: Remedy) => boolean
}

/** Writes a remedy into the plan as it stands now. */
export const useApply = (): Applying => {
  const t = useText()
  const session = useBoardSession()
  const edits = useItemEdits()
  const store = findingsIn(session)
  return {
    apply: (remedy) => {
      const plan = store.plan()
      const time = new Date()
      const now = { day: dayOf(time), at: time.toISOString() }
      const headline = (title: string) => t('remedies.noteHead', { title })
      return plan ? applyRemedy(remedy, { session, edits, plan, now, headline }) : undefined
    },
    mayApply: (remedy) => {
      const plan = store.plan()
      return plan !== null && mayApply(remedy, { session, plan })
    },
  }
}
