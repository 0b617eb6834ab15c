import { useId } from 'react'
import css from './field.module.css'

interface Props {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hint?: string
}

export const Checkbox = ({ label, checked, onChange, hint }: Props) => {
  const id = useId()
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={checked}
        aria-labelledby={`${id}-label`}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span id={`${id}-label`}>{label}</span>
      {hint !== undefined && (
        <span className={css.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </label>
  )
}
