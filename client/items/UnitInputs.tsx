import { useText } from '../hooks/useText.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Unit } from './units.ts'
import { unitKinds } from './units.ts'

type Named = Omit<Unit, 'id'>

interface Props extends Named {
  readonly onChange: (unit: Named) => void
  readonly error: string | undefined
  readonly labelHidden?: boolean
  readonly autoFocus?: boolean
}

/** What a part of the organisation is called, and what sort of part it is. */
export const UnitInputs = ({
  name,
  kind,
  onChange,
  error,
  labelHidden = false,
  autoFocus = false,
}: Props) => {
  const t = useText()
  return (
    <>
      <TextField
        label={t('items.unitName')}
        labelHidden={labelHidden}
        size="md"
        autoFocus={autoFocus}
        value={name}
        onChange={(next) => onChange({ name: next, kind })}
        error={error}
      />
      <Select
        label={t('items.unitKind')}
        labelHidden={labelHidden}
        size="md"
        value={kind}
        choices={unitKinds.map((value) => ({ value, label: t(`items.unit=${value}`) }))}
        onChange={(next) => onChange({ name, kind: next })}
      />
    </>
  )
}
