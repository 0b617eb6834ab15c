import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import type { ButtonProps as Pressable } from 'react-aria-components'
import { Button as AriaButton } from 'react-aria-components'
import css from './button.module.css'
import { Icon } from './Icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<Pressable, 'className' | 'style' | 'children'> {
  /** One primary button per view: the others are secondary or quiet. */
  readonly kind?: ButtonKind
  /** `lg` in forms and dialogs. */
  readonly size?: 'md' | 'lg'
  readonly icon?: LucideIcon
  readonly children: React.ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** What a button, or a link that looks like one, wears. */
export const buttonClass = (kind: ButtonKind = 'secondary', size: 'md' | 'lg' = 'md'): string =>
  [css.button, css[kind], size === 'lg' && css.lg].filter(Boolean).join(' ')

export const Button = ({ kind, size, icon, children, ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={buttonClass(kind, size)}>
    {icon && <Icon of={icon} />}
    {children}
  </AriaButton>
)
