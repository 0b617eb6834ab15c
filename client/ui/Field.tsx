import type { ReactNode } from 'react'
import { useContext, useId } from 'react'
import { DescribedByContext } from './described.ts'
import css from './field.module.css'
import { Icon } from './Icon.tsx'
import { ErrorIcon } from './icons.ts'

export interface FieldProps {
  readonly label: string
  /** One line below: what to write, who sees it. */
  readonly hint?: ReactNode
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined
  /** The label is for those who hear the page; only where the place says it to those who see. */
  readonly labelHidden?: boolean | undefined
  /** `(optional)` and the like, muted, after the label. */
  readonly note?: string | undefined
}

/** What the control itself wears, so that label, hint and error are told with it. */
export interface Wiring {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

interface Props extends FieldProps {
  readonly children: (wiring: Wiring) => ReactNode
}

/** A label above, a control, and what there is to say about it below. */
export const Field = ({ label, hint, error, labelHidden = false, note, children }: Props) => {
  const id = useId()
  const around = useContext(DescribedByContext)
  const told = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`, around].filter(
    Boolean,
  )
  return (
    <div className={css.field}>
      <label htmlFor={id} className={labelHidden ? 'sr' : css.label}>
        {label}
        {note !== undefined && <span className={css.note}> {note}</span>}
      </label>
      {children({
        id,
        ...(told.length > 0 && { 'aria-describedby': told.join(' ') }),
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
      {error !== undefined && (
        <p className={css.error} id={`${id}-error`}>
          <Icon of={ErrorIcon} size="sm" />
          <span>{error}</span>
        </p>
      )}
      {hint !== undefined && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
