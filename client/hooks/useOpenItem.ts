import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

/* The item that is open beside the board stands in the page's address: Back closes it, and a link opens it. */

/** The same place with this item open, at one of its fields if one is named, or with none. */
export const itemHref = (path: string, id: string | null, field?: string): string => {
  if (id === null) return path
  const at = field === undefined ? '' : `&field=${encodeURIComponent(field)}`
  return `${path}?item=${encodeURIComponent(id)}${at}`
}

/** Without the item; what it lay over is there again. */
const closedHref = (path: string): string => {
  const under = new URLSearchParams(window.location.search).get('checks')
  return under === null ? path : `${path}?checks=${encodeURIComponent(under)}`
}

export const useOpenItem = (): readonly [open: string | null, go: (id: string | null) => void] => {
  const [path, navigate] = useLocation()
  const open = new URLSearchParams(useSearch()).get('item')
  const go = useCallback(
    (id: string | null) => navigate(id === null ? closedHref(path) : itemHref(path, id)),
    [path, navigate],
  )
  return [open, go]
}
