import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Problem } from '../typed.ts'

/** What became of what was typed: `shown` is how its value stands in the field. */
export type Written =
  { readonly is: 'written'; readonly shown: string } | { readonly is: 'wrong'; readonly because: Problem }

interface Draft {
  readonly text: string
  /** What stood in the field before. */
  readonly base: string
  /** The field shows more than its text: the beginning of a day. */
  readonly isHalf: boolean
  readonly after: Written | null
}

const pause = 600

/**
 * What the person is typing until it is right and written: after a pause, with Enter, and when they leave the field.
 * Others' changes wait meanwhile; what is wrong stays as it was typed.
 */
export const useDraft = (
  value: string,
  write: (text: string, isHalf: boolean) => Written,
  settled: () => void,
) => {
  const [draft, setDraft] = useState<Draft | null>(null)
  const timer = useRef(0)
  const now = useRef({ draft, write, settled })
  useLayoutEffect(() => {
    now.current = { draft, write, settled }
  })
  const put = (next: Draft | null) => {
    // Leaving and Enter come in the same breath as the last letter, before anything is drawn.
    now.current.draft = next
    setDraft(next)
  }
  const flush = (): Draft | null => {
    window.clearTimeout(timer.current)
    const { draft: typed, write: writeNow } = now.current
    if (!typed || typed.after) return typed
    const after: Written =
      typed.text === typed.base && !typed.isHalf
        ? { is: 'written', shown: typed.base }
        : writeNow(typed.text, typed.isHalf)
    const next = { ...typed, after }
    put(next)
    return next
  }
  // What was typed a moment before the field goes is written, too.
  const last = useRef(flush)
  useLayoutEffect(() => {
    last.current = flush
  })
  useEffect(() => () => void last.current(), [])

  const isStale = draft?.after?.is === 'written' && draft.after.shown !== value
  return {
    text: draft && !isStale ? draft.text : value,
    problem: draft?.after?.is === 'wrong' ? draft.after.because : null,
    type: (text: string, isHalf = false) => {
      put({ text, base: draft && !isStale ? draft.base : value, isHalf, after: null })
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(flush, pause)
    },
    flush: () => {
      flush()
      now.current.settled()
    },
    leave: () => {
      const typed = flush()
      if (typed?.after?.is === 'written') put(null)
      now.current.settled()
    },
    /** Puts back what stood there; false when nothing was typed that is not written. */
    takeBack: (): boolean => {
      const isWrong = flush()?.after?.is === 'wrong'
      if (isWrong) put(null)
      return isWrong
    },
  }
}
