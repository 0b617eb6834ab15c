import type { ReactNode } from 'react'
import { startTransition, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import { firstWords, keepLocale, spokenLocale, wordsToChangeTo } from './catalogue.ts'
import type { Language } from './useText.ts'
import { LanguageContext } from './useText.ts'

/**
 * Gives everything below its words. Suspends until the first language is here, so it needs a `Suspense` above it;
 * a change of language keeps the old words on the screen until the new ones have come.
 */
export const TextProvider = ({ children }: { readonly children: ReactNode }) => {
  const [locale, choose] = useState(spokenLocale)
  const { text } = use(firstWords(locale))

  useEffect(() => {
    document.documentElement.lang = languageTag[locale]
  }, [locale])

  const setLocale = useCallback((next: Locale) => {
    const change = () => {
      keepLocale(next)
      startTransition(() => choose(next))
    }
    // Words that cannot be fetched change nothing: the page goes on in the language it has.
    wordsToChangeTo(next).then(change, () => {})
  }, [])

  const language = useMemo<Language>(() => ({ locale, setLocale, text }), [locale, setLocale, text])
  return <LanguageContext value={language}>{children}</LanguageContext>
}
