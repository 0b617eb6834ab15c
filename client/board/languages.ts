import type { Localized } from '../../shared/locale.ts'

/** What each language calls itself; said in no other. */
export const languageNames: Localized = { sv: 'Svenska', nb: 'Norsk bokmål', en: 'English' }
