import type { ComponentType, ReactNode } from 'react'
import { createElement, useEffect, useState } from 'react'
import { allWords } from '../hooks/catalogue.ts'

const retryAfter = 5_000

/** A part of the page with a file of its own. */
export interface Later<Props> {
  /** Draws the part at once when it is here, else `meanwhile` until it has come. */
  readonly Part: ComponentType<Props & { readonly meanwhile?: ReactNode }>
  /** Fetches the part before it is asked for. */
  readonly ahead: () => Promise<void>
}

/**
 * For every part of a plan that the page begins without. It comes with the words that only such parts say. Unlike
 * React's `lazy`, a part that is here already comes without a moment of nothing, and one that cannot be fetched is
 * tried again while the page goes on.
 */
export const later = <Props extends object>(fetch: () => Promise<ComponentType<Props>>): Later<Props> => {
  let here: ComponentType<Props> | null = null
  let coming: Promise<void> | null = null
  const ahead = () => {
    coming ??= Promise.all([fetch(), allWords()]).then(
      ([part]) => {
        here = part
      },
      (error: unknown) => {
        coming = null
        throw error
      },
    )
    return coming
  }
  const Part = (props: Props & { readonly meanwhile?: ReactNode }) => {
    const [drawn, draw] = useState(() => here)
    const isHere = drawn !== null
    useEffect(() => (isHere ? undefined : untilDone(ahead, () => draw(() => here))), [isHere])
    return drawn ? createElement(drawn, props) : (props.meanwhile ?? null)
  }
  return { Part, ahead }
}

const untilDone = (attempt: () => Promise<void>, done: () => void): (() => void) => {
  let isWanted = true
  let timer = 0
  const go = () =>
    void attempt().then(
      () => isWanted && done(),
      () => {
        if (isWanted) timer = window.setTimeout(go, retryAfter)
      },
    )
  go()
  return () => {
    isWanted = false
    clearTimeout(timer)
  }
}
