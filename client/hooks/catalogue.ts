import type { Locale } from '../../shared/locale.ts'
import { chooseLocale, Locale as LocaleSchema } from '../../shared/locale.ts'
import type { Translate } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { recall, remember } from './device.ts'

/* Which language the page speaks, and its texts, fetched when first needed. */

const load = {
  en: async () => translator('en', (await import('../../shared/messages/en/index.ts')).en),
  sv: async () => translator('sv', (await import('../../shared/messages/sv/index.ts')).sv),
  nb: async () => translator('nb', (await import('../../shared/messages/nb/index.ts')).nb),
} as const satisfies Record<Locale, () => Promise<Translate>>

const retryAfter = 5_000

const loaded = new Map<Locale, Promise<Translate>>()

/** The texts of one language; the same promise each time, so that React may wait for it. */
export const catalogue = (locale: Locale): Promise<Translate> => {
  let texts = loaded.get(locale)
  if (!texts) {
    texts = load[locale]()
    // A failed download may be tried again, but not at once: React asks anew as soon as it hears of the failure.
    texts.catch(() => setTimeout(() => loaded.delete(locale), retryAfter))
    loaded.set(locale, texts)
  }
  return texts
}

const key = 'samplan.language'

/** What the person chose on this device, else the first of the browser's languages that we speak. */
export const startingLocale = (): Locale => {
  const chosen = LocaleSchema.safeParse(recall(key))
  return chosen.success ? chosen.data : chooseLocale(navigator.languages)
}

export const keepLocale = (locale: Locale): void => remember(key, locale)
