import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Icon } from './Icon.tsx'
import css from './segmented.module.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: LucideIcon
  readonly lang?: string
}

interface Props<Value extends string> {
  /** What is being chosen, read aloud. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly segments: readonly Segment<Value>[]
}

/** Two to four short words, one of which holds now. */
export const Segmented = <Value extends string>({ label, value, onChange, segments }: Props<Value>) => {
  const name = useId()
  return (
    <div className={css.segmented} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} lang={segment.lang}>
          <input
            type="radio"
            className="sr"
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon of={segment.icon} />}
          {segment.label}
        </label>
      ))}
    </div>
  )
}
