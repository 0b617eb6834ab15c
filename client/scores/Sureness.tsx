import type { Confidence } from '../../shared/items/weighted.ts'
import css from './scores.module.css'

interface Props {
  readonly of: Confidence
}

/** A disc that is full, half full or empty. */
export const Sureness = ({ of }: Props) => (
  <svg viewBox="0 0 14 14" className={css.disc} aria-hidden="true">
    <circle
      cx="7"
      cy="7"
      r="5"
      fill={of === 'high' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
    />
    {of === 'medium' && <path d="M7 2a5 5 0 0 1 0 10z" fill="currentColor" />}
  </svg>
)
