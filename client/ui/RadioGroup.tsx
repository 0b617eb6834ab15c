import { useId } from 'react'
import css from './field.module.css'

export interface RadioChoice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly description?: string
  readonly lang?: string
}

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly choices: readonly RadioChoice<Value>[]
  readonly labelHidden?: boolean
}

/** One of a few, each with room for a line that explains it. Arrows move, as with any radio buttons. */
export const RadioGroup = <Value extends string>({
  label,
  value,
  onChange,
  choices,
  labelHidden = false,
}: Props<Value>) => {
  const name = useId()
  return (
    <fieldset>
      <legend className={labelHidden ? 'sr' : css.label}>{label}</legend>
      <div>
        {choices.map((choice) => {
          const textId = choice.description === undefined ? undefined : `${name}-${choice.value}`
          return (
            <label key={choice.value} className={css.card}>
              <input
                type="radio"
                name={name}
                value={choice.value}
                checked={choice.value === value}
                aria-labelledby={`${name}-${choice.value}-label`}
                aria-describedby={textId}
                onChange={() => onChange(choice.value)}
              />
              <span className={css.cardLabel} id={`${name}-${choice.value}-label`} lang={choice.lang}>
                {choice.label}
              </span>
              {textId !== undefined && (
                <span className={css.cardText} id={textId} lang={choice.lang}>
                  {choice.description}
                </span>
              )}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
