import * as z from 'zod/mini'

export const locales = ['sv', 'nb', 'en'] as const
export const Locale = z.enum(locales)
export type Locale = z.infer<typeof Locale>

/** The same text in each of our languages. */
export type Localized = Readonly<Record<Locale, string>>

/** The tag for `Intl` and for `lang` attributes. */
export const languageTag: Localized = { sv: 'sv-SE', nb: 'nb-NO', en: 'en-GB' }

/** The first of the wanted languages ("nb-NO", "no", "sv") that we speak, else `fallback`. */
export const chooseLocale = (wanted: readonly string[], fallback: Locale = 'en'): Locale => {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split(/[-_.]/)[0] ?? ''
    if (language === 'no' || language === 'nn') return 'nb'
    const known = locales.find((locale) => locale === language)
    if (known) return known
  }
  return fallback
}
