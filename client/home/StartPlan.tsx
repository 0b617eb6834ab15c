import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import type { ProcessTemplate } from '../../shared/templates/define.ts'
import { useApi } from '../hooks/useApi.ts'
import { useLocale } from '../hooks/useText.ts'
import type { Created } from '../live/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AboutYou } from './AboutYou.tsx'
import css from './home.module.css'
import { languageNames } from './languages.ts'
import { emptyForm, missingIn, newBoardFrom, templateFor } from './plan-form.ts'
import { ProcessChoice } from './ProcessChoice.tsx'
import start from './start.module.css'
import { useFetched } from '../hooks/useFetched.ts'
import { useHomeText } from './useHomeText.ts'

type Sending =
  | { readonly is: 'filling' }
  | { readonly is: 'sending' }
  | { readonly is: 'failed'; readonly message: string }

const languages = languageNames.map(({ locale, full }) => ({ value: locale, label: full, lang: locale }))

/** The form that starts a plan. */
export const StartPlan = ({ onStarted }: { readonly onStarted: (title: string, plan: Created) => void }) => {
  const t = useHomeText()
  const api = useApi()
  const { locale } = useLocale()
  const [templates, retry] = useFetched(api.templates)
  const [form, setForm] = useState(emptyForm)
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState<Sending>({ is: 'filling' })
  const title = useRef<HTMLInputElement>(null)
  const name = useRef<HTMLInputElement>(null)

  const known: readonly ProcessTemplate[] = templates.is === 'ok' ? templates.value : []
  const template = templateFor(form, known, locale)
  const missing = missingIn(form, template)

  const send = async () => {
    setAsked(true)
    if (missing.includes('title')) return title.current?.focus()
    if (missing.includes('name')) return name.current?.focus()
    if (!template || sending.is === 'sending') return undefined
    setSending({ is: 'sending' })
    const plan = newBoardFrom(form, template, locale)
    const answer = await api.createBoard(plan)
    if (answer.is === 'ok') return onStarted(plan.title, answer.value)
    return setSending({ is: 'failed', message: answer.message })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }

  return (
    <section className={css.tile} aria-labelledby="start">
      <h2 id="start">{t('home.startTitle')}</h2>
      <form className={start.form} onSubmit={submit} noValidate>
        <div className={start.name}>
          <TextField
            ref={title}
            label={t('home.startName')}
            placeholder={t('home.startNamePlaceholder')}
            error={asked && missing.includes('title') ? t('home.startNameMissing') : undefined}
            value={form.title}
            onChange={(value) => setForm({ ...form, title: value })}
            maxLength={200}
            autoComplete="off"
            required
          />
          <Select
            label={t('home.startLanguage')}
            hint={t('home.startLanguageHint')}
            value={form.language ?? locale}
            onChange={(language) => setForm({ ...form, language })}
            choices={languages}
          />
        </div>
        <ProcessChoice
          form={form}
          onChange={setForm}
          templates={templates}
          onRetry={retry}
          template={template}
        />
        <div className={css.part}>
          <h3>{t('home.startYou')}</h3>
          <AboutYou
            name={form.name}
            organisation={form.organisation}
            nameMissing={asked && missing.includes('name')}
            nameInput={name}
            onChange={(you) => setForm({ ...form, ...you })}
          />
        </div>
        {sending.is === 'failed' && (
          <Banner kind="error" icon={ErrorIcon} title={t('home.startFailed')} role="alert">
            {sending.message}
          </Banner>
        )}
        <div className={css.send}>
          <Button type="submit" kind="primary" size="lg">
            {sending.is === 'sending' ? t('home.startSending') : t('home.startButton')}
          </Button>
          <p className={css.hint}>{t('home.startHint')}</p>
        </div>
      </form>
    </section>
  )
}
