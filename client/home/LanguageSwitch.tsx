import type { Locale } from '../../shared/locale.ts'
import { homeCatalogue } from '../hooks/catalogue.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { languageNames } from './languages.ts'

const segments = languageNames.map(({ locale, short }) => ({ value: locale, label: short, lang: locale }))

export const LanguageSwitch = () => {
  const t = useText()
  const { locale, setLocale } = useLocale()
  // The page goes on in the language it has, where its own words cannot be fetched.
  const choose = (next: Locale) =>
    void homeCatalogue(next).then(
      () => setLocale(next),
      () => undefined,
    )
  return (
    <Segmented<Locale> label={t('common.language')} value={locale} onChange={choose} segments={segments} />
  )
}
