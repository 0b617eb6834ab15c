import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Problem } from '../typed.ts'
import type { Keeping, Unwritten } from './unwritten.ts'

/** What became of what was typed: `shown` is how its value stands in the field. */
export type Written =
  { readonly is: 'written'; readonly shown: string } | { readonly is: 'wrong'; readonly because: Problem }

interface Draft {
  readonly text: string
  /** What stood in the field before. */
  readonly base: string
  /** The field shows more than its text: the beginning of a day. */
  readonly isHalf: boolean
  /** The person is somewhere else meanwhile. */
  readonly isLeft: boolean
  readonly after: Written | null
}

const pause = 600

/**
 * What the person is typing until it is right and written: after a pause, with Enter, and when they leave the field.
 * Others' changes wait meanwhile; what is wrong stays as it was typed, also when the field goes and comes again, until
 * something right is written there.
 */
export const useDraft = (
  value: string,
  write: (text: string, isHalf: boolean) => Written,
  settled: () => void,
  keeping: Keeping,
) => {
  const [draft, setDraft] = useState<Draft | null>(() => keptDraft(keeping.find(value)))
  const timer = useRef(0)
  const now = useRef({ draft, write, settled, keeping })
  useLayoutEffect(() => {
    now.current = { draft, write, settled, keeping }
  })
  const put = (next: Draft | null) => {
    // Leaving and Enter come in the same breath as the last letter, before anything is drawn.
    now.current.draft = next
    setDraft(next)
  }
  const flush = (): Draft | null => {
    window.clearTimeout(timer.current)
    const { draft: typed } = now.current
    if (!typed || typed.after) return typed
    const next = settle(typed, now.current)
    put(next)
    return next
  }
  // What was typed a moment before the field goes is written, too.
  const last = useRef(flush)
  useLayoutEffect(() => {
    last.current = flush
  })
  useEffect(() => () => void last.current(), [])

  const shown = draft !== null && isOver(draft, value) ? null : draft
  const isStale = shown !== draft
  useEffect(() => (isStale ? now.current.keeping.drop() : undefined), [isStale])
  return {
    text: shown?.text ?? value,
    problem: shown?.after?.is === 'wrong' ? shown.after.because : null,
    type: (text: string, isHalf = false) => {
      put({ text, base: shown?.base ?? value, isHalf, isLeft: false, after: null })
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
      else if (typed) put({ ...typed, isLeft: true })
      now.current.settled()
    },
    /** Puts back what stood there; false when nothing was typed that is not written. */
    takeBack: (): boolean => {
      const isWrong = flush()?.after?.is === 'wrong'
      if (isWrong) put(null)
      if (isWrong) keeping.drop()
      return isWrong
    },
  }
}

/** What was typed before the field went. */
const keptDraft = (kept: Unwritten | null): Draft | null =>
  kept && {
    ...{ text: kept.text, base: kept.base, isHalf: false, isLeft: true },
    after: { is: 'wrong', because: kept.because },
  }

interface Writing {
  readonly write: (text: string, isHalf: boolean) => Written
  readonly keeping: Keeping
}

/** Written where it is right, kept where it is wrong. */
const settle = (typed: Draft, { write, keeping }: Writing): Draft => {
  const after: Written =
    typed.text === typed.base && !typed.isHalf
      ? { is: 'written', shown: typed.base }
      : write(typed.text, typed.isHalf)
  // Of a day that is not whole the page knows no text.
  if (after.is === 'written' || typed.isHalf) keeping.drop()
  else keeping.keep({ text: typed.text, base: typed.base, because: after.because })
  return { ...typed, after }
}

/** Whether something else has been written since. */
const isOver = ({ after, base, isLeft }: Draft, value: string): boolean =>
  after?.is === 'written' ? after.shown !== value : after?.is === 'wrong' && isLeft && base !== value
