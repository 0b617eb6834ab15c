import { useCallback, useEffect } from 'react'
import type { AroundNavHandler } from 'wouter'
import { boardHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'

/**
 * A proposal that is not sent ends with the plan's page, so whoever would leave it by a link, a menu or the way back
 * is asked first. The result goes round the page's own navigation; leaving by a new page is asked by the browser.
 * It is the same while `onLeave` is: whatever looks at the address is drawn anew with it.
 */
export const useStaying = (onLeave: (to: string) => void): AroundNavHandler => {
  const session = useBoardSession()
  const home = boardHref(useBoard().board.id)
  const wouldLose = useCallback(
    (path: string) => {
      const isWithin = path === home || path.startsWith(`${home}/`)
      return !isWithin && session.forks.get().some((fork) => fork.changes().length > 0)
    },
    [session, home],
  )
  useEffect(() => {
    // Not every browser has it; where it is missing, only the way back goes unasked.
    const { navigation } = window as { readonly navigation?: Navigation }
    const asked = (event: NavigateEvent) => {
      const to = new URL(event.destination.url)
      if (!event.cancelable || event.navigationType !== 'traverse' || to.origin !== location.origin) return
      if (!wouldLose(to.pathname)) return
      event.preventDefault()
      onLeave(to.pathname + to.search + to.hash)
    }
    navigation?.addEventListener('navigate', asked)
    return () => navigation?.removeEventListener('navigate', asked)
  }, [wouldLose, onLeave])
  return useCallback<AroundNavHandler>(
    (go, to, options) => {
      if (wouldLose(to)) onLeave(to)
      else go(to, options)
    },
    [wouldLose, onLeave],
  )
}
