import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { Pen } from '../live/live.ts'
import type { Subject } from './subjects.ts'
import { subjectOf, subjectWord } from './subjects.ts'

/*
 * What is shown of the comments beside the board stands in the page's address, as an open item does: Back closes it,
 * and a link opens it. Only one of the two is open at a time.
 */

export type OpenComments =
  | { readonly is: 'all' }
  | { readonly is: 'thread'; readonly id: string }
  /** What is said of one thing, with a new comment begun. */
  | { readonly is: 'about'; readonly subject: Subject }

const wordOf = (open: OpenComments): string => {
  if (open.is === 'all') return 'all'
  return open.is === 'thread' ? `thread~${open.id}` : subjectWord(open.subject)
}

const openOf = (word: string): OpenComments => {
  if (word.startsWith('thread~')) return { is: 'thread', id: word.slice('thread~'.length) }
  const subject = subjectOf(word)
  return subject ? { is: 'about', subject } : { is: 'all' }
}

export const commentsHref = (path: string, open: OpenComments | null): string =>
  open === null ? path : `${path}?comments=${encodeURIComponent(wordOf(open))}`

const asked = (): string | null => new URLSearchParams(window.location.search).get('comments')

/** How often what stands open was asked for once more. */
export const again = new Pen(0)

export const useOpenComments = (): readonly [
  open: OpenComments | null,
  go: (open: OpenComments | null) => void,
] => {
  const [path, navigate] = useLocation()
  const word = new URLSearchParams(useSearch()).get('comments')
  const open = useMemo(() => (word === null ? null : openOf(word)), [word])
  const go = useCallback(
    (next: OpenComments | null) => {
      // Asked for once more: the address stays, and whoever wants to write goes there.
      if (next && asked() === wordOf(next)) again.set(again.get() + 1)
      else navigate(commentsHref(path, next))
    },
    [path, navigate],
  )
  return [open, go]
}
