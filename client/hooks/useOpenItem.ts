import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

/* The item that is open beside the board stands in the page's address: Back closes it, and a link opens it. */

/** The same place with this item open, or with none. */
export const itemHref = (path: string, id: string | null): string =>
  id === null ? path : `${path}?item=${encodeURIComponent(id)}`

export const useOpenItem = (): readonly [open: string | null, go: (id: string | null) => void] => {
  const [path, navigate] = useLocation()
  const open = new URLSearchParams(useSearch()).get('item')
  const go = useCallback((id: string | null) => navigate(itemHref(path, id)), [path, navigate])
  return [open, go]
}
