import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import css from './status.module.css'

interface Props {
  readonly icon: LucideIcon
  readonly kind?: 'plain' | 'good' | 'warning' | 'error'
  readonly children: ReactNode
}

/** One line that says how things stand now, and says it aloud when it changes. */
export const Status = ({ icon, kind = 'plain', children }: Props) => (
  <p className={`${css.status} ${css[kind]}`} role="status">
    <Icon of={icon} />
    <span>{children}</span>
  </p>
)
