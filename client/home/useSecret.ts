import { useEffect, useState } from 'react'

/**
 * The secret of a link. It comes in the fragment, which is sent to nobody, and is taken out of the address at
 * once, so that it is neither seen over a shoulder nor sent on with the address. The history's state keeps it
 * while the page is loaded anew.
 */
export const useSecret = (): string | null => {
  const [secret, setSecret] = useState(readSecret)

  useEffect(() => {
    const take = () => {
      const read = readSecret()
      setSecret(read)
      if (window.location.hash !== '')
        history.replaceState({ secret: read }, '', window.location.pathname + window.location.search)
    }
    take()
    // Another link to the same plan, pasted over this one, changes nothing but the fragment.
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])

  return secret
}

const readSecret = (): string | null => {
  const fragment = window.location.hash.slice(1)
  if (fragment !== '') return fragment
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('secret' in state)) return null
  return typeof state.secret === 'string' && state.secret !== '' ? state.secret : null
}
