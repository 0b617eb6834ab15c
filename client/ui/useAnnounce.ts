import { createContext, useContext } from 'react'
import { must } from '../../shared/assert.ts'

/** Says a sentence to those who hear the page, when they have a moment. */
export type Announce = (words: string) => void

/** Filled by `Announcer`. */
export const AnnounceContext = createContext<Announce | null>(null)

export const useAnnounce = (): Announce =>
  must(useContext(AnnounceContext), 'an Announcer is missing above this view')
