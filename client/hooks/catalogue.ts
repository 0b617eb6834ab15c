import type { Locale } from '../../shared/locale.ts'
import { chooseLocale, Locale as LocaleSchema } from '../../shared/locale.ts'
import type { HomeKey, MessageKey, Messages, Translate } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { recall, remember } from './device.ts'

/* Which language the page speaks, and its texts, fetched when first needed. */

const load = {
  en: async () => (await import('../../shared/messages/en/index.ts')).en,
  sv: async () => (await import('../../shared/messages/sv/index.ts')).sv,
  nb: async () => (await import('../../shared/messages/nb/index.ts')).nb,
} as const satisfies Record<Locale, () => Promise<Messages>>

const loadHome = {
  en: () => import('../../shared/messages/en/home.ts'),
  sv: () => import('../../shared/messages/sv/home.ts'),
  nb: () => import('../../shared/messages/nb/home.ts'),
} as const satisfies Record<Locale, () => Promise<object>>

const retryAfter = 5_000

/** Fetches once for each language: the same promise each time, so that React may wait for it. */
const once = <Key extends HomeKey>(fetch: (locale: Locale) => Promise<Translate<Key>>) => {
  const fetched = new Map<Locale, Promise<Translate<Key>>>()
  return (locale: Locale): Promise<Translate<Key>> => {
    let texts = fetched.get(locale)
    if (!texts) {
      texts = fetch(locale)
      // A failed download may be tried again, but not at once: React asks anew as soon as it hears of the failure.
      texts.catch(() => setTimeout(() => fetched.delete(locale), retryAfter))
      fetched.set(locale, texts)
    }
    return texts
  }
}

/** The texts of one language. */
export const catalogue = once<MessageKey>(async (locale) => translator(locale, await load[locale]()))

/** With those of the pages before a plan, which nobody fetches who opens one. */
export const homeCatalogue = once<HomeKey>(async (locale) => {
  const [texts, { home }] = await Promise.all([load[locale](), loadHome[locale]()])
  return translator(locale, { ...texts, home })
})

const key = 'samplan.language'

/** What the person chose on this device, else the first of the browser's languages that we speak. */
export const startingLocale = (): Locale => {
  const chosen = LocaleSchema.safeParse(recall(key))
  return chosen.success ? chosen.data : chooseLocale(navigator.languages)
}

export const keepLocale = (locale: Locale): void => remember(key, locale)
