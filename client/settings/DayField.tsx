import { Field } from '../ui/Field.tsx'
import field from '../ui/field.module.css'

interface Props {
  readonly label: string
  readonly value: string
  /** `isHalf`: something stands in the field, and is no day yet. */
  readonly onChange: (value: string, isHalf: boolean) => void
  readonly error?: string | undefined
}

export const DayField = ({ label, value, onChange, error }: Props) => (
  <Field label={label} error={error}>
    {(wiring) => (
      <input
        {...wiring}
        type="date"
        className={field.input}
        value={value}
        onChange={({ target }) => onChange(target.value, target.validity.badInput)}
        // A day that is taken apart may be left half without a change of its value.
        onBlur={({ target }) => onChange(target.value, target.validity.badInput)}
      />
    )}
  </Field>
)
