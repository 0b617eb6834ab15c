import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'

/*
 * What is shown of the red thread beside the board stands in the page's address, as the comments do. An item that is
 * opened from it lies over it: when that closes, the red thread is there again.
 */

export type OpenChecks =
  | { readonly is: 'all' }
  | { readonly is: 'step'; readonly stepId: string }
  /** What is found at one place; by the keys of `marks/finding-keys.ts`. */
  | { readonly is: 'place'; readonly key: string }

const inStep = 'step~'

const wordOf = (open: OpenChecks): string => {
  if (open.is === 'all') return 'all'
  return open.is === 'step' ? inStep + open.stepId : open.key
}

const openOf = (word: string): OpenChecks => {
  if (word === 'all' || word === '') return { is: 'all' }
  return word.startsWith(inStep)
    ? { is: 'step', stepId: word.slice(inStep.length) }
    : { is: 'place', key: word }
}

/** As it stands in an address, after `?` or `&`. */
export const checksWord = (open: OpenChecks): string => `checks=${encodeURIComponent(wordOf(open))}`

export const checksHref = (path: string, open: OpenChecks | null): string =>
  open === null ? path : `${path}?${checksWord(open)}`

export interface ChecksNow {
  readonly open: OpenChecks | null
  /** Whether an item lies over it. */
  readonly isCovered: boolean
  readonly go: (open: OpenChecks | null) => void
}

export const useOpenChecks = (): ChecksNow => {
  const [path, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch())
  const word = asked.get('checks')
  const open = useMemo(() => (word === null ? null : openOf(word)), [word])
  const go = useCallback((next: OpenChecks | null) => navigate(checksHref(path, next)), [path, navigate])
  return { open, isCovered: asked.has('item'), go }
}
