import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import css from './field.module.css'
import { Icon } from './Icon.tsx'
import { UnfoldIcon } from './icons.ts'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly lang?: string
}

interface Props<Value extends string> extends FieldProps {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly Choice<Value>[]
  readonly size?: 'md' | 'lg'
  readonly disabled?: boolean
}

/** One of a few. The browser's own list: on a phone it is the one people know. */
export const Select = <Value extends string>({
  value,
  onChange,
  choices,
  size = 'lg',
  disabled = false,
  ...field
}: Props<Value>) => (
  <Field {...field}>
    {(wiring) => (
      <span className={css.select}>
        <select
          {...wiring}
          value={value}
          disabled={disabled}
          className={`${css.input} ${size === 'md' ? css.md : ''}`}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={choice.lang}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon of={UnfoldIcon} />
      </span>
    )}
  </Field>
)
