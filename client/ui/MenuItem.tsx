import type { LucideIcon } from 'lucide-react'
import { MenuItem as AriaMenuItem, Text } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { DoneIcon } from './icons.ts'
import css from './menu.module.css'

interface Props {
  /** Needed in a section where one is chosen. */
  readonly id?: string
  readonly label: string
  readonly icon?: LucideIcon
  /** One muted line below: what it does, or why it cannot be done now. */
  readonly description?: string
  readonly onAction?: () => void
  readonly href?: string
  readonly isDisabled?: boolean
  readonly kind?: 'plain' | 'danger'
  readonly lang?: string
}

export const MenuItem = ({ label, icon, description, kind = 'plain', lang, ...rest }: Props) => (
  <AriaMenuItem {...rest} textValue={label} className={`${css.item} ${css[kind]}`}>
    {({ selectionMode, isSelected }) => (
      <>
        {selectionMode !== 'none' && <span className={css.tick}>{isSelected && <Icon of={DoneIcon} />}</span>}
        {icon && <Icon of={icon} />}
        <span className={css.words}>
          <Text slot="label" {...(lang !== undefined && { lang })}>
            {label}
          </Text>
          {description !== undefined && (
            <Text slot="description" className={css.description ?? ''}>
              {description}
            </Text>
          )}
        </span>
      </>
    )}
  </AriaMenuItem>
)
