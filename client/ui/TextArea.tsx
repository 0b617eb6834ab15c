import type { Ref } from 'react'
import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import css from './field.module.css'

interface Props extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly placeholder?: string
  readonly maxLength?: number
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  readonly lang?: string
  readonly size?: 'md' | 'lg'
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of plain text. */
export const TextArea = ({
  label,
  hint,
  error,
  labelHidden,
  note,
  onChange,
  size = 'lg',
  rows = 3,
  required = false,
  ...area
}: Props) => (
  <Field label={label} hint={hint} error={error} labelHidden={labelHidden} note={note}>
    {(wiring) => (
      <textarea
        {...area}
        {...wiring}
        rows={rows}
        className={`${css.input} ${size === 'md' ? css.md : ''}`}
        {...(required && { 'aria-required': true })}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
)
