import { roles } from '../../shared/board/model.ts'
import { roleAbility, roleName } from '../hooks/roles.ts'
import { useText } from '../hooks/useText.ts'
import { PasswordField } from '../ui/PasswordField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { LinkForm } from './link.ts'
import css from './people.module.css'
import { useStepChoices, wholePlan } from './step-choices.ts'

interface Props {
  readonly form: LinkForm
  readonly onChange: (form: LinkForm) => void
  readonly passwordShort: boolean
}

/** What a new link is to be: for whom, in which role, where, until when, and with which password. */
export const LinkFields = ({ form, onChange, passwordShort }: Props) => {
  const t = useText()
  const steps = useStepChoices()
  const leads = form.role === 'facilitator'
  return (
    <div className={css.new}>
      <Select
        label={t('people.newRole')}
        hint={roleAbility(t, form.role)}
        value={form.role}
        onChange={(role) => onChange({ ...form, role })}
        choices={roles.map((one) => ({ value: one, label: roleName(t, one) }))}
      />
      <Select
        label={t('people.newStep')}
        hint={t(leads ? 'people.newStepLeads' : 'people.newStepHint')}
        value={leads ? wholePlan : (form.onlyStep ?? wholePlan)}
        disabled={leads}
        onChange={(chosen) => onChange({ ...form, onlyStep: chosen === wholePlan ? null : chosen })}
        choices={steps}
      />
      <TextField
        label={t('people.newName')}
        note={t('common.optional')}
        hint={t('people.newNameHint')}
        value={form.name}
        onChange={(name) => onChange({ ...form, name })}
        autoComplete="off"
        maxLength={200}
      />
      <Select
        label={t('people.newUntil')}
        value={form.until}
        onChange={(until) => onChange({ ...form, until })}
        choices={[
          { value: 'always', label: t('people.untilAlways') },
          { value: 'day', label: t('people.untilDay') },
          { value: 'week', label: t('people.untilWeek') },
          { value: 'month', label: t('people.untilMonth') },
        ]}
      />
      <PasswordField
        label={t('people.newPassword')}
        note={t('common.optional')}
        hint={t('people.newPasswordHint')}
        error={passwordShort ? t('people.newPasswordShort') : undefined}
        value={form.password}
        onChange={(password) => onChange({ ...form, password })}
        maxLength={200}
        show={t('common.show')}
        hide={t('common.hide')}
      />
    </div>
  )
}
