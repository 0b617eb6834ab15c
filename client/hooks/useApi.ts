import { useMemo } from 'react'
import type { Api } from '../live/api.ts'
import { apiOf } from '../live/api.ts'
import { useLocale, useText } from './useText.ts'

/** The server's HTTP interface, answering in the page's language. */
export const useApi = (): Api => {
  const { locale } = useLocale()
  const text = useText()
  return useMemo(
    () => apiOf({ fetch: (url, init) => fetch(url, init), locale: () => locale, text: () => text }),
    [locale, text],
  )
}
