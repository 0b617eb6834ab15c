import { useEffect, useRef } from 'react'

/** Ctrl or Cmd with K asks to search, and so does a slash where nothing is being written. */
export const useSearchKeys = (onSearch: () => void): void => {
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // In a text the same keys make a link.
      if (event.defaultPrevented || !isAsked(event) || isWriting(event)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const isAsked = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k') ||
  (key === '/' && !ctrlKey && !metaKey && !altKey)

const isWriting = ({ key, target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.closest('[role="dialog"], [role="alertdialog"]') !== null ||
    (key === '/' &&
      target.closest('input, textarea, select, [role="grid"], [contenteditable="true"]') !== null))
