import type { Locale } from '../../shared/locale.ts'
import { chooseLocale, Locale as LocaleSchema } from '../../shared/locale.ts'
import type { Catalogue, First, HomeKey, Later, MessageKey, Translate } from '../../shared/messages/format.ts'
import { translatorOf } from '../../shared/messages/format.ts'
import { recall, remember } from './device.ts'

/*
 * Which language the page speaks, and its texts, fetched when first needed: the first words before anything is
 * drawn, those of a plan's later parts with the first of these parts.
 */

const loadFirst = {
  en: () => import('../../shared/messages/en/first.ts'),
  sv: () => import('../../shared/messages/sv/first.ts'),
  nb: () => import('../../shared/messages/nb/first.ts'),
} as const satisfies Record<Locale, () => Promise<{ readonly first: First }>>

const loadLater = {
  en: () => import('../../shared/messages/en/later.ts'),
  sv: () => import('../../shared/messages/sv/later.ts'),
  nb: () => import('../../shared/messages/nb/later.ts'),
} as const satisfies Record<Locale, () => Promise<{ readonly later: Later }>>

const loadHome = {
  en: () => import('../../shared/messages/en/home.ts'),
  sv: () => import('../../shared/messages/sv/home.ts'),
  nb: () => import('../../shared/messages/nb/home.ts'),
} as const satisfies Record<Locale, () => Promise<object>>

const retryAfter = 5_000

/** Fetches once for each language: the same promise each time, so that React may wait for it. */
const once = <Words>(fetch: (locale: Locale) => Promise<Words>) => {
  const fetched = new Map<Locale, Promise<Words>>()
  return (locale: Locale): Promise<Words> => {
    let words = fetched.get(locale)
    if (!words) {
      words = fetch(locale)
      // A failed download may be tried again, but not at once: React asks anew as soon as it hears of the failure.
      words.catch(() => setTimeout(() => fetched.delete(locale), retryAfter))
      fetched.set(locale, words)
    }
    return words
  }
}

/** One language as far as it has come: `text` also says what is added to `texts` later. */
interface Words {
  readonly text: Translate
  readonly texts: Catalogue[]
}

export const firstWords = once<Words>(async (locale) => {
  const { first } = await loadFirst[locale]()
  const texts: Catalogue[] = [first]
  return { text: translatorOf<MessageKey>(locale, texts), texts }
})

const laterWords = once<Words>(async (locale) => {
  const [words, { later }] = await Promise.all([firstWords(locale), loadLater[locale]()])
  words.texts.push(later)
  return words
})

let needsLater = false

/** A language the page may change to: with all that the page has begun to say. */
export const wordsToChangeTo = async (locale: Locale): Promise<void> => {
  await firstWords(locale)
  if (needsLater) await laterWords(locale)
}

/** Until the page can say all that the parts of a plan say, in the language it speaks by then. Never fails, but waits. */
export const allWords = async (): Promise<void> => {
  needsLater = true
  const locale = spokenLocale()
  const isHere = await laterWords(locale).then(
    () => true,
    () => false,
  )
  if (!isHere) await new Promise((resolve) => setTimeout(resolve, retryAfter))
  if (!isHere || spokenLocale() !== locale) await allWords()
}

/** The first words with those of the pages before a plan, which nobody fetches who opens one. */
export const homeCatalogue = once<Translate<HomeKey>>(async (locale) => {
  const [{ first }, { home }] = await Promise.all([loadFirst[locale](), loadHome[locale]()])
  return translatorOf<HomeKey>(locale, [first, { home }])
})

const key = 'samplan.language'

let spoken: Locale | null = null

/** The page's language: at first what the person chose on this device, else the browser's first that we speak. */
export const spokenLocale = (): Locale => (spoken ??= chosen())

const chosen = (): Locale => {
  const kept = LocaleSchema.safeParse(recall(key))
  return kept.success ? kept.data : chooseLocale(navigator.languages)
}

export const keepLocale = (locale: Locale): void => {
  spoken = locale
  remember(key, locale)
}
