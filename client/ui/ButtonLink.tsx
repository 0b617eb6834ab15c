import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ButtonKind } from './Button.tsx'
import { buttonClass } from './Button.tsx'
import { Icon } from './Icon.tsx'

interface Props {
  readonly href: string
  readonly kind?: ButtonKind
  readonly size?: 'md' | 'lg'
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** Goes somewhere, but looks like a button. */
export const ButtonLink = ({ href, kind, size, icon, children }: Props) => (
  <Link href={href} className={buttonClass(kind, size)}>
    {icon && <Icon of={icon} />}
    {children}
  </Link>
)
