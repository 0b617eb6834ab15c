import type { ReactNode } from 'react'
import css from './banner.module.css'
import { Icon } from './Icon.tsx'
import { PausedIcon } from './icons.ts'

interface Props {
  /** Until when: "Paused until 14:45." */
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** Loud on purpose: the only inverted, striped bar there is. */
export const PauseBar = ({ title, children, actions }: Props) => (
  <div className={css.paused} role="status">
    <Icon of={PausedIcon} size="lg" />
    <p className={css.words}>
      <strong>{title}</strong> {children}
    </p>
    {actions !== undefined && <div className={css.actions}>{actions}</div>}
  </div>
)
