import css from './avatar.module.css'
import { who } from './colour.ts'
import { initialsOf } from './initials.ts'

interface Props {
  readonly name: string
  /** 1 to 8: which of the eight colours is this person's. */
  readonly colour: number
  readonly away?: boolean
  readonly size?: 'sm' | 'md'
  /** What is read aloud; absent where the name stands beside. */
  readonly label?: string
}

export const Avatar = ({ name, colour, away = false, size = 'md', label }: Props) => (
  <span
    className={[css.avatar, who(colour), size === 'sm' && css.sm, away && css.away].filter(Boolean).join(' ')}
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label })}
  >
    {initialsOf(name)}
  </span>
)
