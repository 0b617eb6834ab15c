import { use } from 'react'
import type { HomeKey, Translate } from '../../shared/messages/format.ts'
import { homeCatalogue } from '../hooks/catalogue.ts'
import { useLocale } from '../hooks/useText.ts'

/** As `useText`, with the words of the pages before a plan. */
export const useHomeText = (): Translate<HomeKey> => use(homeCatalogue(useLocale().locale))
