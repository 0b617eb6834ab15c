import type { LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { Icon } from './Icon.tsx'
import css from './segmented.module.css'

export interface SegmentLink {
  readonly href: string
  readonly label: string
  readonly icon?: LucideIcon
  readonly isCurrent: boolean
}

interface Props {
  readonly label: string
  readonly links: readonly SegmentLink[]
}

/** The same page seen in two or three ways. */
export const SegmentedLinks = ({ label, links }: Props) => (
  <nav className={css.segmented} aria-label={label}>
    {links.map((link) => (
      <Link key={link.href} href={link.href} aria-current={link.isCurrent ? 'page' : undefined}>
        {link.icon && <Icon of={link.icon} />}
        {link.label}
      </Link>
    ))}
  </nav>
)
