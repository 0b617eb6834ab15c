import type { ComponentType } from 'react'
import { lazy } from 'react'
import { homeCatalogue, spokenLocale } from './hooks/catalogue.ts'

/* Whoever opens a plan needs none of the pages before it, and the other way round: each has a file of its own. */

const page = <Props>(fetch: () => Promise<ComponentType<Props>>) => {
  let coming: Promise<{ readonly default: ComponentType<Props> }> | null = null
  const ahead = () => {
    coming ??= fetch().then(
      (one) => ({ default: one }),
      (error: unknown) => {
        coming = null
        throw error
      },
    )
    return coming
  }
  return { Page: lazy(ahead), ahead }
}

/** A page before a plan, with its words: people wait once. */
const before = <Props>(fetch: () => Promise<ComponentType<Props>>) =>
  page(async () => (await Promise.all([fetch(), homeCatalogue(spokenLocale())]))[0])

export const home = before(async () => (await import('./home/Home.tsx')).Home)
export const join = before(async () => (await import('./home/JoinPage.tsx')).JoinPage)
export const accessibility = before(async () => (await import('./home/Accessibility.tsx')).Accessibility)
export const board = page(async () => (await import('./board/BoardPage.tsx')).BoardPage)

/** Fetches the page at an address before it is drawn; an address where there is none needs nothing. */
export const pageAhead = async (path: string): Promise<void> => {
  const [, first = ''] = path.split('/')
  if (first === '') await home.ahead()
  if (first === 'join') await join.ahead()
  if (first === 'accessibility') await accessibility.ahead()
  if (first === 'b') await board.ahead()
}
