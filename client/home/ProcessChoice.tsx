import { languageTag } from '../../shared/locale.ts'
import { variablesOf } from '../../shared/templates/define.ts'
import type { ProcessTemplate } from '../../shared/templates/define.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import { Loading } from '../ui/Loading.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import css from './home.module.css'
import { languageNames } from './languages.ts'
import type { PlanForm } from './plan-form.ts'
import { firstSentence, variableOf, withVariable } from './plan-form.ts'
import type { Fetched } from './useFetched.ts'

interface Props {
  readonly form: PlanForm
  readonly onChange: (form: PlanForm) => void
  readonly templates: Fetched<readonly ProcessTemplate[]>
  /** The one that is chosen, by the person or for them. */
  readonly template: ProcessTemplate | undefined
}

const languages = languageNames.map(({ locale, full }) => ({ value: locale, label: full, lang: locale }))

/** Which process, in which language, and the words that the plan fills in itself. */
export const ProcessChoice = ({ form, onChange, templates, template }: Props) => {
  const t = useText()
  const { locale } = useLocale()
  if (templates.is === 'fetching') return <Loading>{t('home.startProcessLoading')}</Loading>
  if (templates.is !== 'ok')
    return (
      <Banner kind="error" icon={ErrorIcon} role="status">
        {templates.message}
      </Banner>
    )
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
      {template && <Steps template={template} form={form} />}
      <div className={css.pair}>
        <Select
          label={t('home.startLanguage')}
          hint={t('home.startLanguageHint')}
          value={form.language}
          onChange={(language) => onChange({ ...form, language, template: template?.id ?? null })}
          choices={languages}
        />
        {template &&
          Object.entries(template.variables ?? {}).map(([name, { suggestions }]) => (
            <TextField
              key={`${template.id} ${name}`}
              label={
                name === 'initiativeName' ? t('home.startInitiative') : t('home.startVariable', { name })
              }
              hint={t('home.startInitiativeHint', { examples: suggestions.join(', ') })}
              value={variableOf(form, template, name)}
              onChange={(words) => onChange(withVariable(form, template, name, words))}
              suggestions={suggestions}
              maxLength={200}
              lang={languageTag[form.language]}
            />
          ))}
      </div>
    </>
  )
}

/** The columns that the plan will have, in its language and with its words. */
const Steps = ({ template, form }: { readonly template: ProcessTemplate; readonly form: PlanForm }) => {
  const t = useText()
  const words = variablesOf(template, form.variables[template.id])
  return (
    <div className={css.preview}>
      <h3 id="steps">{t('home.startSteps')}</h3>
      <ol role="list" className={css.steps} aria-labelledby="steps" lang={languageTag[form.language]}>
        {template.steps
          .toSorted((a, b) => a.order - b.order)
          .map(({ id, title }, index) => (
            <li key={id}>
              <b>{index + 1}</b>
              <span>
                {title[form.language].replaceAll(/\{(\w+)\}/g, (all, name: string) => words[name] ?? all)}
              </span>
            </li>
          ))}
      </ol>
    </div>
  )
}
