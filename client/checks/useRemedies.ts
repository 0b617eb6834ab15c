import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Finding } from '../../shared/checks/define.ts'
import type { Remedy } from '../../shared/checks/remedies.ts'
import { remedyOf } from '../../shared/checks/remedies.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { checksWord, useOpenChecks } from '../hooks/useOpenChecks.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import { useText } from '../hooks/useText.ts'
import { findingsIn } from './findings.ts'
import type { Applied } from './remedy.ts'
import { useApply } from './useApply.ts'

export interface Offer {
  readonly label: string
  readonly apply: () => void
}

/** What was done last, in words; it may stand although the person asked to take it back. */
export interface Done {
  readonly words: string
  readonly stands: boolean
}

interface Remedies {
  /** What one press would do about it; nothing where there is none, or it is not this person's to write. */
  readonly of: (finding: Finding) => Offer | undefined
  readonly done: Done | null
  readonly undo: () => void
}

export const useRemedies = (): Remedies => {
  const t = useText()
  const store = findingsIn(useBoardSession())
  const { apply, mayApply } = useApply()
  const { open } = useOpenChecks()
  const [path, go] = useLocation()
  const [last, setLast] = useState<(Applied & Done) | null>(null)
  const of = (finding: Finding): Remedy | undefined => {
    const plan = store.plan()
    const remedy = plan && remedyOf(finding, plan)
    return remedy && mayApply(remedy) ? remedy : undefined
  }
  const put = (finding: Finding) => {
    // As the plan stands now: what was drawn may be older than what others have written.
    const remedy = of(finding)
    const applied = remedy && apply(remedy)
    if (!applied) return
    if (applied.made === null) return setLast({ ...applied, words: t(remedy.label), stands: false })
    // Whoever made something goes on to write it; the red thread is there again afterwards.
    go(`${itemHref(path, applied.made)}&${checksWord(open ?? { is: 'all' })}`)
  }
  return {
    of: (finding) => {
      const remedy = of(finding)
      return remedy && { label: t(remedy.label), apply: () => put(finding) }
    },
    done: last,
    undo: () => {
      if (last) setLast(last.undo() ? null : { ...last, stands: true })
    },
  }
}
