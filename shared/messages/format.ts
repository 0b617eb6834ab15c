import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../locale.ts'
import { languageTag } from '../locale.ts'
import type { all } from './en/all.ts'
import type { first } from './en/first.ts'
import type { home } from './en/home.ts'
import type { en } from './en/index.ts'
import type { later } from './en/later.ts'

/*
 * Every word on a screen stands in a catalogue: one folder per language, one file per area, ICU syntax. English
 * gives the keys; a text missing in another language is a type error.
 */

/** What every page says, a plan above all. */
export type Messages = typeof en
/** What the page fetches before it draws anything, and what it fetches after that: together they are `Messages`. */
export type First = typeof first
export type Later = typeof later
/** What the server says besides: refusals, faults of a file, words to the operator. */
export type AllMessages = typeof all

type KeyOf<Texts> = {
  [Area in Extract<keyof Texts, string>]: `${Area}.${Extract<keyof Texts[Area], string>}`
}[Extract<keyof Texts, string>]

/** `common.close`: the area and the text's name in it. */
export type MessageKey = KeyOf<Messages>
/** What the pages before a plan say besides. */
export type HomeKey = MessageKey | KeyOf<{ home: typeof home }>
export type ServerKey = KeyOf<AllMessages>

export type MessageValues = Readonly<Record<string, string | number | Date>>

/** Looks a text up and fills its values in, with plurals, numbers and dates as the language writes them. */
export type Translate<Key extends ServerKey = MessageKey> = (key: Key, values?: MessageValues) => string

/** A text as its parts: what the page is built with, so that it need not read the syntax again. */
type Parts = ReturnType<IntlMessageFormat['getAst']>

/** Texts by their area and name. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, string | Parts>>>>

export const translator = <Texts extends Messages>(
  locale: Locale,
  messages: Texts,
): Translate<Extract<KeyOf<Texts>, ServerKey>> => translatorOf(locale, [{ ...messages }])

/** The same for texts in several catalogues, to which more may be added as they come. */
export const translatorOf = <Key extends ServerKey>(
  locale: Locale,
  catalogues: readonly Catalogue[],
): Translate<Key> => {
  const compiled = new Map<string, (values?: MessageValues) => string>()
  const compile = (key: string) => {
    const [area = '', name = ''] = key.split(/\.(.*)/s)
    const text = catalogues.map((texts) => texts[area]?.[name]).find((one) => one !== undefined)
    if (text === undefined) throw new Error(`no text for ${key}`)
    // What has no braces says just what it says.
    if (typeof text === 'string' && !text.includes('{')) return () => text
    // Markup has no business in a text, so `<` is a letter.
    const format = new IntlMessageFormat(text, languageTag[locale], undefined, { ignoreTag: true })
    return (values?: MessageValues) => String(format.format(values))
  }
  return (key, values) => {
    let say = compiled.get(key)
    if (!say) compiled.set(key, (say = compile(key)))
    return say(values)
  }
}
