import { Children } from 'react'
import type { ReactNode } from 'react'
import css from './avatar.module.css'

interface Props {
  /** `Avatar`s, in an order that does not change by itself. */
  readonly children: ReactNode
  /** Read before the names. */
  readonly label: string
  /** So many are shown; the others are a number. */
  readonly max?: number
}

export const AvatarGroup = ({ children, label, max = 6 }: Props) => {
  const all = Children.toArray(children)
  const shown = all.length > max ? all.slice(0, max - 1) : all
  const more = all.length - shown.length
  return (
    <span className={css.group} role="group" aria-label={label}>
      {shown}
      {more > 0 && <span className={`${css.avatar} ${css.more}`}>{`+${more}`}</span>}
    </span>
  )
}
