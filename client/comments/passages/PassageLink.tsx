import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useLive } from '../../hooks/useLive.ts'
import { commentsHref } from '../../hooks/useOpenComments.ts'
import { current } from './current.ts'
import css from './passages.module.css'
import type { PassageMark } from './spoken.ts'

interface Props {
  readonly passage: PassageMark
  readonly children: ReactNode
}

/** Words that an open thread is about, in a text that is read; they lead to it. */
export const PassageLink = ({ passage: { id, isFirst, isLink }, children }: Props) => {
  const [path] = useLocation()
  const look = `${css.passage ?? ''} ${useLive(current) === id ? (css.current ?? '') : ''}`.trim()
  if (isLink) return <span className={look}>{children}</span>
  // By key once, however many pieces it is in.
  return (
    <Link
      href={commentsHref(path, { is: 'thread', id })}
      className={look}
      tabIndex={isFirst ? undefined : -1}
    >
      {children}
    </Link>
  )
}
