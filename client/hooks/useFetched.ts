import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../live/ask.ts'

type Failed = Exclude<Answer<never>, { is: 'ok' }>
export type Fetched<T> = { readonly is: 'fetching' } | { readonly is: 'ok'; readonly value: T } | Failed

/**
 * An answer of the server as a value, and a way to ask once more; `ask` must be the same function until something
 * else is to be asked.
 */
export const useFetched = <T>(ask: () => Promise<Answer<T>>): readonly [Fetched<T>, () => void] => {
  const [fetched, setFetched] = useState<Fetched<T>>({ is: 'fetching' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let wanted = true
    void ask().then((answer) => {
      if (wanted) setFetched(answer)
    })
    return () => {
      wanted = false
    }
  }, [ask, tries])
  const again = useCallback(() => {
    setFetched({ is: 'fetching' })
    setTries((before) => before + 1)
  }, [])
  return [fetched, again]
}
