import type { CheckId } from '../../shared/checks/rules.ts'
import { whyOf } from '../../shared/checks/say.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { CheckForm } from './limit-form.ts'
import { readLimit } from './limit-form.ts'
import css from './limits.module.css'
import { limitName, nameOf } from './check-names.ts'

interface Props {
  readonly id: CheckId
  readonly form: CheckForm
  /** Somebody has tried to save: what is wrong is said. */
  readonly isTried: boolean
  readonly onChange: (form: CheckForm) => void
}

/** One check: on or off, and its numbers. */
export const CheckLimits = ({ id, form, isTried, onChange }: Props) => {
  const t = useText()
  const { locale } = useLocale()
  return (
    <li className={css.check}>
      <Checkbox
        label={nameOf(id, t)}
        hint={whyOf(id, { t })}
        checked={form.isOn}
        onChange={(isOn) => onChange({ ...form, isOn })}
      />
      {form.isOn &&
        Object.entries(form.limits).map(([limit, typed]) => (
          <TextField
            key={limit}
            label={limitName(limit, t)}
            value={typed}
            size="md"
            {...(isTried &&
              readLimit(limit, typed, locale) === null && { error: t('findings.limitsNotNumber') })}
            onChange={(next) => onChange({ ...form, limits: { ...form.limits, [limit]: next } })}
          />
        ))}
    </li>
  )
}
