import { useSyncExternalStore } from 'react'
import type { Finding } from '../../shared/checks/define.ts'
import type { Severity } from '../../shared/checks/rules.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import type { Findings } from './findings.ts'
import { findingsIn } from './findings.ts'
import { waits } from './begun.ts'
import { countsIn } from './severity.ts'

/* What the checks find, for views. Each hook draws its view anew only when what it asked for has changed. */

const usePart = <T>(part: (findings: Findings) => T): T => {
  const store = findingsIn(useBoardSession())
  return useSyncExternalStore(store.subscribe, () => part(store.get()))
}

const none: readonly Finding[] = []

export const useFindings = (): Findings => usePart((findings) => findings)

/** What is found at one place, by its key. */
export const useFindingsAt = (key: string): readonly Finding[] => usePart(({ by }) => by.get(key) ?? none)

export const useAreKnown = (): boolean => usePart(({ isKnown }) => isKnown)

/** How many there are in the whole plan, in steps that have begun. */
export const useFindingCount = (): number => usePart(({ counted }) => counted.length)

/** How many of each severity there are at these places together, from what is asked on; none in a step not begun. */
export const useCountsAt = (keys: readonly string[], from: Severity): string =>
  usePart(({ by, notBegun }) =>
    countsIn(
      keys.flatMap((key) => by.get(key) ?? none).filter((finding) => !waits(finding, notBegun)),
      from,
    ),
  )
