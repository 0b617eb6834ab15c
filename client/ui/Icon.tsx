import type { LucideIcon } from 'lucide-react'
import css from './icon.module.css'

export interface IconProps {
  readonly of: LucideIcon
  readonly size?: 'sm' | 'md' | 'lg'
  /** Only where no word stands beside it: then the icon is read aloud by this. */
  readonly label?: string
  readonly className?: string | undefined
}

/** A drawing beside a word. Colour comes from the text around it. */
export const Icon = ({ of: Drawing, size = 'md', label, className }: IconProps) => (
  <Drawing
    className={className ? `${css[size]} ${className}` : css[size]}
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  />
)
