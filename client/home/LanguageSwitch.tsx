import type { Locale } from '../../shared/locale.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { languageNames } from './languages.ts'

const segments = languageNames.map(({ locale, short }) => ({ value: locale, label: short, lang: locale }))

export const LanguageSwitch = () => {
  const t = useText()
  const { locale, setLocale } = useLocale()
  return (
    <Segmented<Locale> label={t('common.language')} value={locale} onChange={setLocale} segments={segments} />
  )
}
