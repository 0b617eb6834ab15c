import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../shared/locale.ts'
import { chooseLocale } from '../../shared/locale.ts'
import { all as en } from '../../shared/messages/en/all.ts'
import type { ServerKey, Translate } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { all as nb } from '../../shared/messages/nb/all.ts'
import { all as sv } from '../../shared/messages/sv/all.ts'

export const texts: Readonly<Record<Locale, Translate<ServerKey>>> = {
  sv: translator('sv', sv),
  nb: translator('nb', nb),
  en: translator('en', en),
}

/** The caller's language: `?lang=`, else the best of `Accept-Language`. */
export const localeOf = (request: Pick<FastifyRequest, 'query' | 'headers'>): Locale => {
  const query = request.query
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? String(query.lang) : ''
  return chooseLocale([asked, ...acceptedLanguages(request.headers['accept-language'] ?? '')])
}

const acceptedLanguages = (header: string): readonly string[] =>
  header
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((one) => one.trim())
      const quality = parameters.find((one) => one.startsWith('q='))?.slice(2)
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
