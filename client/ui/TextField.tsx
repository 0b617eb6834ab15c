import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { useId } from 'react'
import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import css from './field.module.css'

interface Props extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date' | 'time' | 'datetime-local' | 'email' | 'url'
  readonly name?: string
  readonly placeholder?: string
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly maxLength?: number
  readonly min?: string
  readonly max?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  /** The language of what is written in it, where it is not the page's. */
  readonly lang?: string
  /** Offered while typing; anything else may be written too. */
  readonly suggestions?: readonly string[]
  readonly size?: 'md' | 'lg'
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text. The value belongs to whoever shows the field. */
export const TextField = ({
  label,
  hint,
  error,
  labelHidden,
  note,
  onChange,
  suggestions,
  size = 'lg',
  type = 'text',
  required = false,
  ...input
}: Props) => {
  const listId = useId()
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden} note={note}>
      {(wiring) => (
        <>
          <input
            {...input}
            {...wiring}
            type={type}
            className={`${css.input} ${size === 'md' ? css.md : ''}`}
            {...(required && { 'aria-required': true })}
            {...(suggestions && { list: listId })}
            onChange={(event) => onChange(event.target.value)}
          />
          {suggestions && (
            <datalist id={listId}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  )
}
