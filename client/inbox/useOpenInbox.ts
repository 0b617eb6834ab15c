import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

/* That the inbox is open stands in the page's address, as an open item does: Back closes it, and a link opens it. */

export const inboxHref = (path: string): string => `${path}?inbox`

export const useOpenInbox = (): readonly [isOpen: boolean, go: (isOpen: boolean) => void] => {
  const [path, navigate] = useLocation()
  const isOpen = new URLSearchParams(useSearch()).has('inbox')
  const go = useCallback((next: boolean) => navigate(next ? inboxHref(path) : path), [path, navigate])
  return [isOpen, go]
}
