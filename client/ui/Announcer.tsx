import type { ReactNode } from 'react'
import { useCallback, useEffect, useState } from 'react'
import { AnnounceContext } from './useAnnounce.ts'

interface Said {
  readonly id: number
  readonly words: string
}

/** How long a sentence stays: long enough for a slow voice to get to it. */
const stays = 8_000

/** One polite line for the whole page. Each sentence is a line of its own, so that the same one is said twice. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [said, setSaid] = useState<readonly Said[]>([])

  const announce = useCallback((words: string) => {
    setSaid((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, words }])
  }, [])

  useEffect(() => {
    if (said.length === 0) return
    const timer = setTimeout(() => setSaid([]), stays)
    return () => clearTimeout(timer)
  }, [said])

  return (
    <AnnounceContext value={announce}>
      {children}
      {/* The attribute is react-aria's: an open dialog hides the rest of the page, but not what carries it. */}
      <div className="sr" role="log" aria-live="polite" aria-relevant="additions" data-live-announcer="true">
        {said.map(({ id, words }) => (
          <p key={id}>{words}</p>
        ))}
      </div>
    </AnnounceContext>
  )
}
