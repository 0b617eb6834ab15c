import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import type { ButtonProps as Pressable } from 'react-aria-components'
import { Button as AriaButton } from 'react-aria-components'
import css from './button.module.css'
import { Icon } from './Icon.tsx'

interface Props extends Omit<Pressable, 'className' | 'style' | 'children'> {
  readonly icon: LucideIcon
  /** What it does, for those who hear the page; also shown on hover. */
  readonly label: string
  readonly ref?: Ref<HTMLButtonElement>
}

export const IconButton = ({ icon, label, ...rest }: Props) => (
  <AriaButton {...rest} aria-label={label} className={css.icon ?? ''}>
    {/* On the drawing, since the button itself takes no title: react-aria leaves tooltips to their own part. */}
    <span className={css.hint} title={label}>
      <Icon of={icon} />
    </span>
  </AriaButton>
)
