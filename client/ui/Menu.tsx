import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuTrigger, Popover } from 'react-aria-components'
import css from './menu.module.css'

interface Props {
  /** A `Button` or an `IconButton`. */
  readonly trigger: ReactElement
  /** What the menu is called; the trigger's own name when absent. */
  readonly label?: string
  readonly children: ReactNode
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** Opens at its trigger: arrows move, letters jump, Escape closes. Holds `MenuItem`s and `MenuSection`s. */
export const Menu = ({ trigger, label, children, placement = 'bottom end' }: Props) => (
  <MenuTrigger>
    {trigger}
    <Popover className={css.popover ?? ''} placement={placement} offset={4}>
      <AriaMenu className={css.menu ?? ''} {...(label !== undefined && { 'aria-label': label })}>
        {children}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)
