import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './banner.module.css'
import { Icon } from './Icon.tsx'

interface Props {
  readonly kind: 'info' | 'again' | 'error' | 'agreed'
  readonly icon: LucideIcon
  /** The bold first words. */
  readonly title?: string
  readonly children?: ReactNode
  /** One or two buttons. */
  readonly actions?: ReactNode
  /** `alert` interrupts a screen reader: only for what just went wrong through the person's own doing. */
  readonly role?: 'note' | 'status' | 'alert'
}

/** Stands in the flow, above what it speaks of. */
export const Banner = ({ kind, icon, title, children, actions, role = 'note' }: Props) => (
  <div className={`${css.banner} ${css[kind]}`} role={role}>
    <Icon of={icon} />
    <div className={css.words}>
      {title !== undefined && <strong>{title} </strong>}
      {children}
    </div>
    {actions !== undefined && <div className={css.actions}>{actions}</div>}
  </div>
)
