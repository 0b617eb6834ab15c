import type { Ref } from 'react'
import { useState } from 'react'
import { Button } from './Button.tsx'
import type { FieldProps } from './Field.tsx'
import { Field } from './Field.tsx'
import field from './field.module.css'
import css from './password.module.css'

interface Props extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength?: number
  readonly required?: boolean
  /** What the button says while the word is hidden, and while it is not. */
  readonly show: string
  readonly hide: string
  readonly ref?: Ref<HTMLInputElement>
}

/** A word that several people share: hidden until the button shows it, and none that the browser should keep. */
export const PasswordField = ({ label, hint, error, note, show, hide, required = false, ...rest }: Props) => {
  const [isShown, setShown] = useState(false)
  const { onChange, ...input } = rest
  const word = isShown ? hide : show
  return (
    <Field label={label} hint={hint} error={error} note={note}>
      {(wiring) => (
        <div className={css.row}>
          <input
            {...input}
            {...wiring}
            type={isShown ? 'text' : 'password'}
            className={`${field.input} ${css.value}`}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            {...(required && { 'aria-required': true })}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button size="lg" aria-label={`${word}: ${label}`} onPress={() => setShown(!isShown)}>
            {word}
          </Button>
        </div>
      )}
    </Field>
  )
}
