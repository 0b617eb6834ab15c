import type { ReactNode } from 'react'
import css from './disclosure.module.css'
import { Icon } from './Icon.tsx'
import { UnfoldIcon } from './icons.ts'

interface Props {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly startsOpen?: boolean
}

/** A line that unfolds what belongs to it. The page's own search finds what is folded, too. */
export const Disclosure = ({ title, children, startsOpen = false }: Props) => (
  <details className={css.disclosure} open={startsOpen}>
    <summary>
      <Icon of={UnfoldIcon} />
      <span>{title}</span>
    </summary>
    <div className={css.content}>{children}</div>
  </details>
)
