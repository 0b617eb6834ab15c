import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { TextField } from '../../ui/TextField.tsx'
import css from './form.module.css'

interface Props {
  readonly label: string
  readonly placeholder?: string
  /** What stands there until something is typed. */
  readonly offer?: string
  /** The words of the button. */
  readonly add: string
  /** Why the name cannot be taken; null when it can. */
  readonly refusal: (name: string) => string | null
  readonly onAdd: (name: string) => void
}

/** What a row of a table is to be called, and the button that begins it. */
export const NewName = ({ label, placeholder, offer = '', add, refusal, onAdd }: Props) => {
  const [typed, type] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const value = typed ?? offer
  const begin = () => {
    const name = value.trim()
    const why = refusal(name)
    if (why !== null) return setError(why)
    setError(undefined)
    type(null)
    onAdd(name)
  }
  return (
    <form
      className={css.newName}
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <TextField
        label={label}
        labelHidden
        size="md"
        {...(placeholder !== undefined && { placeholder })}
        value={value}
        onChange={type}
        error={error}
      />
      <Button type="submit" kind="quiet" icon={AddIcon}>
        {add}
      </Button>
    </form>
  )
}
