import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import css from './field.module.css'

interface Props extends FieldProps {
  /** null while the field is empty. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly size?: 'md' | 'lg'
}

/** A whole number. What is no number is not taken, so the value is always one or null. */
export const NumberField = ({ value, onChange, min = 0, max, size = 'lg', ...field }: Props) => (
  <Field {...field}>
    {(wiring) => (
      <input
        {...wiring}
        type="number"
        inputMode="numeric"
        step={1}
        min={min}
        {...(max !== undefined && { max })}
        className={`${css.input} ${css.number} ${size === 'md' ? css.md : ''}`}
        value={value ?? ''}
        onChange={(event) => {
          const number = event.target.valueAsNumber
          onChange(Number.isNaN(number) ? null : Math.trunc(number))
        }}
      />
    )}
  </Field>
)
