import { useEffect, useState } from 'react'
import type { Answer } from '../live/ask.ts'

type Failed = Exclude<Answer<never>, { is: 'ok' }>
export type Fetched<T> = { readonly is: 'fetching' } | { readonly is: 'ok'; readonly value: T } | Failed

/** An answer of the server as a value; `ask` must be the same function until something else is to be asked. */
export const useFetched = <T>(ask: () => Promise<Answer<T>>): Fetched<T> => {
  const [fetched, setFetched] = useState<Fetched<T>>({ is: 'fetching' })
  useEffect(() => {
    let wanted = true
    void ask().then((answer) => {
      if (wanted) setFetched(answer)
    })
    return () => {
      wanted = false
    }
  }, [ask])
  return fetched
}
