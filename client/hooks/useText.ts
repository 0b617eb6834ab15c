import { createContext, useContext } from 'react'
import { must } from '../../shared/assert.ts'
import type { Locale } from '../../shared/locale.ts'
import type { Translate } from '../../shared/messages/format.ts'

export interface Language {
  readonly locale: Locale
  /** Changes the page's language and keeps the choice on this device. */
  readonly setLocale: (locale: Locale) => void
  readonly text: Translate
}

/** Filled by `TextProvider`. */
export const LanguageContext = createContext<Language | null>(null)

const useLanguage = (): Language =>
  must(useContext(LanguageContext), 'a TextProvider is missing above this view')

/** `const t = useText()`, then `t('common.people', { count: 2 })`. */
export const useText = (): Translate => useLanguage().text

export const useLocale = (): Pick<Language, 'locale' | 'setLocale'> => useLanguage()
