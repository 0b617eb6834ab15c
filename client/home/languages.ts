import type { Locale } from '../../shared/locale.ts'

/** What each language calls itself, whatever language the page speaks. */
export const languageNames: readonly {
  readonly locale: Locale
  readonly short: string
  readonly full: string
}[] = [
  { locale: 'sv', short: 'Svenska', full: 'Svenska' },
  { locale: 'nb', short: 'Norsk', full: 'Norsk bokmål' },
  { locale: 'en', short: 'English', full: 'English' },
]
