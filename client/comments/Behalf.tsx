import { useState } from 'react'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { PeopleIcon } from '../ui/icons.ts'
import { TextField } from '../ui/TextField.tsx'
import { useBehalf } from './useBehalf.ts'
import css from './write.module.css'

interface Props {
  readonly value: string
  readonly onChange: (name: string) => void
}

/** The organisation somebody speaks for: none, until they say so. */
export const Behalf = ({ value, onChange }: Props) => {
  const t = useText()
  const { names } = useBehalf()
  const [isAsked, ask] = useState(false)
  if (!isAsked && value === '')
    return (
      <div className={css.behalf}>
        <Button kind="quiet" icon={PeopleIcon} onPress={() => ask(true)}>
          {t('comments.behalfAdd')}
        </Button>
      </div>
    )
  return (
    <TextField
      label={t('comments.behalf')}
      size="md"
      value={value}
      onChange={onChange}
      suggestions={names}
      maxLength={200}
      autoFocus={isAsked}
    />
  )
}
