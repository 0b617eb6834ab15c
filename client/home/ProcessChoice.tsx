import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import type { ProcessTemplate } from '../../shared/templates/define.ts'
import { useLocale } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import { Loading } from '../ui/Loading.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { PlanForm } from './plan-form.ts'
import { firstSentence, stepTitles, variableOf, withVariable } from './plan-form.ts'
import css from './start.module.css'
import type { Fetched } from '../hooks/useFetched.ts'
import { useHomeText } from './useHomeText.ts'

interface Props {
  readonly form: PlanForm
  readonly onChange: (form: PlanForm) => void
  readonly templates: Fetched<readonly ProcessTemplate[]>
  readonly onRetry: () => void
  /** The one that is chosen, by the person or for them. */
  readonly template: ProcessTemplate | undefined
}

/** Which process, and the words of it that the plan fills in itself. */
export const ProcessChoice = ({ form, onChange, templates, onRetry, template }: Props) => {
  const t = useHomeText()
  const { locale } = useLocale()
  if (templates.is === 'fetching') return <Loading>{t('home.startProcessLoading')}</Loading>
  if (templates.is !== 'ok')
    return (
      <Banner
        kind="error"
        icon={ErrorIcon}
        role="status"
        actions={<Button onPress={onRetry}>{t('common.retry')}</Button>}
      >
        {templates.message}
      </Banner>
    )
  const language = form.language ?? locale
  return (
    <>
      <RadioGroup
        label={t('home.startProcess')}
        value={template?.id ?? null}
        onChange={(id) => onChange({ ...form, template: id })}
        choices={templates.value.map(({ id, title, description }) => ({
          value: id,
          label: title[locale],
          description: firstSentence(description[locale]),
        }))}
      />
      {template && <Steps titles={stepTitles(form, template, language)} language={language} />}
      {template &&
        Object.entries(template.variables ?? {}).map(([name, { suggestions }]) => (
          <TextField
            key={`${template.id} ${name}`}
            label={name === 'initiativeName' ? t('home.startInitiative') : t('home.startVariable', { name })}
            hint={t('home.startInitiativeHint', { examples: suggestions.join(', ') })}
            value={variableOf(form, template, name)}
            onChange={(words) => onChange(withVariable(form, template, name, words))}
            suggestions={suggestions}
            maxLength={200}
            lang={languageTag[language]}
          />
        ))}
    </>
  )
}

/** The columns that the plan will have, in its language and with its words. */
const Steps = ({ titles, language }: { readonly titles: readonly string[]; readonly language: Locale }) => {
  const t = useHomeText()
  return (
    <div className={css.preview}>
      <h3 id="steps">{t('home.startSteps')}</h3>
      <ol role="list" className={css.steps} aria-labelledby="steps" lang={languageTag[language]}>
        {titles.map((title, index) => (
          <li key={title}>
            <b>{index + 1}</b>
            <span>{title}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
