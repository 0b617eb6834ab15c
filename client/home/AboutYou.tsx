import type { Ref } from 'react'
import { Link } from 'wouter'
import { TextField } from '../ui/TextField.tsx'
import css from './home.module.css'
import { useHomeText } from './useHomeText.ts'

interface You {
  readonly name: string
  readonly organisation: string
}

interface Props extends You {
  readonly nameMissing: boolean
  readonly nameInput: Ref<HTMLInputElement>
  readonly onChange: (you: You) => void
}

/** Name and organisation, and who will see them for how long. */
export const AboutYou = ({ name, organisation, nameMissing, nameInput, onChange }: Props) => {
  const t = useHomeText()
  return (
    <div className="stack">
      <div className={css.pair}>
        <TextField
          ref={nameInput}
          label={t('home.startYourName')}
          error={nameMissing ? t('home.startYourNameMissing') : undefined}
          value={name}
          onChange={(value) => onChange({ name: value, organisation })}
          autoComplete="name"
          maxLength={100}
          required
        />
        <TextField
          label={t('home.startOrganisation')}
          note={t('common.optional')}
          value={organisation}
          onChange={(value) => onChange({ name, organisation: value })}
          autoComplete="organization"
          maxLength={200}
        />
      </div>
      <p className="small muted">
        {t('home.startPrivacy')} <Link href="/accessibility#personal">{t('home.startPrivacyMore')}</Link>
      </p>
    </div>
  )
}
