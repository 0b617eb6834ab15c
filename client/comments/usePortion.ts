import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Place, StepThreads, Which } from './threads.ts'
import { idsOf, partOf, portion } from './threads.ts'

interface Turn {
  readonly place: Place
  readonly which: Which
  /** What has been shown stays, whatever comes before it: somebody may be writing there. */
  readonly kept: ReadonlySet<string>
}

export interface Portion {
  readonly groups: readonly StepThreads[]
  /** How many come next; 0 when all are shown. */
  readonly next: number
  /** Shows them, and goes to the first. */
  readonly more: () => void
  readonly list: RefObject<HTMLDivElement | null>
}

/** As many threads as somebody reads at first, and more when they ask: a long list is slow to draw. */
export const usePortion = (
  groups: readonly StepThreads[],
  { place, which, current }: Omit<Turn, 'kept'> & { readonly current: string | null },
): Portion => {
  const [last, setTurn] = useState<Turn>({ place, which, kept: new Set() })
  const list = useRef<HTMLDivElement>(null)
  const first = useRef<string | undefined>(undefined)
  const isSame = last.place === place && last.which === which
  const kept = isSame ? last.kept : new Set<string>()
  const part = partOf(groups, new Set(current === null ? kept : [...kept, current]))
  const keep = (ids: readonly string[]) => setTurn({ place, which, kept: new Set([...kept, ...ids]) })
  const shown = idsOf(part)
  if (shown.some((id) => !kept.has(id))) keep(shown)
  const known = new Set(shown)
  const left = idsOf(groups).filter((id) => !known.has(id))
  useLayoutEffect(() => {
    if (first.current === undefined) return
    const thread = list.current?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(first.current)}"]`)
    first.current = undefined
    thread?.focus()
  }, [last])
  const more = () => {
    first.current = left[0]
    keep(left.slice(0, portion))
  }
  return { groups: part, next: Math.min(left.length, portion), more, list }
}
