import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './chip.module.css'
import { Icon } from './Icon.tsx'

export type ChipKind = 'open' | 'review' | 'agreed' | 'again' | 'info' | 'warning' | 'error' | 'paused'

interface Props {
  readonly kind: ChipKind
  readonly icon: LucideIcon
  readonly children: ReactNode
}

/** States something, in colour, drawing and word; never a button. */
export const Chip = ({ kind, icon, children }: Props) => (
  <span className={`${css.chip} ${css[kind]}`}>
    <Icon of={icon} />
    {children}
  </span>
)
