import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../locale.ts'
import { languageTag } from '../locale.ts'
import type { all } from './en/all.ts'
import type { en } from './en/index.ts'

/*
 * Every word on a screen stands in a catalogue: one folder per language, one file per area, ICU syntax. English
 * gives the keys; a text missing in another language is a type error.
 */

/** What the page says. */
export type Messages = typeof en
/** What the server says besides: refusals, faults of a file, words to the operator. */
export type AllMessages = typeof all

type KeyOf<Texts> = {
  [Area in Extract<keyof Texts, string>]: `${Area}.${Extract<keyof Texts[Area], string>}`
}[Extract<keyof Texts, string>]

/** `home.title`: the area and the text's name in it. */
export type MessageKey = KeyOf<Messages>
export type ServerKey = KeyOf<AllMessages>

export type MessageValues = Readonly<Record<string, string | number | Date>>

/** Looks a text up and fills its values in, with plurals, numbers and dates as the language writes them. */
export type Translate<Key extends ServerKey = MessageKey> = (key: Key, values?: MessageValues) => string

export const translator = <Texts extends Messages>(
  locale: Locale,
  messages: Texts,
): Translate<Extract<KeyOf<Texts>, ServerKey>> => {
  const compiled = new Map<string, IntlMessageFormat>()
  const compile = (key: string): IntlMessageFormat => {
    const [area = '', name = ''] = key.split(/\.(.*)/s)
    const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...messages }
    const text = texts[area]?.[name]
    if (text === undefined) throw new Error(`no text for ${key}`)
    // Markup has no business in a text, so `<` is a letter.
    return new IntlMessageFormat(text, languageTag[locale], undefined, { ignoreTag: true })
  }
  return (key, values) => {
    let format = compiled.get(key)
    if (!format) compiled.set(key, (format = compile(key)))
    return String(format.format(values))
  }
}
