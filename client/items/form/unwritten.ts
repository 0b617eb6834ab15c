import type { Problem } from '../typed.ts'

/*
 * What somebody typed into a field and is wrong, for as long as the page is open: it stands there again when the field
 * does, and is gone when something right is written there by anybody, or when the field is emptied.
 */

export interface Unwritten {
  readonly text: string
  readonly because: Problem
  /** What stood in the field before. */
  readonly base: string
}

export interface Keeping {
  /** What was typed here, unless something else has been written since. */
  readonly find: (value: string) => Unwritten | null
  readonly keep: (unwritten: Unwritten) => void
  readonly drop: () => void
}

export type Unwrittens = Map<string, Unwritten>

/** Everywhere on the page: the form and the table know of each other's. */
export const onThisPage: Unwrittens = new Map()

export const keepingAt = (
  place: { readonly board: string; readonly item: string; readonly path: string },
  all: Unwrittens = onThisPage,
): Keeping => {
  const key = [place.board, place.item, place.path].join('\n')
  return {
    find: (value) => {
      const known = all.get(key)
      if (known && known.base !== value) all.delete(key)
      return all.get(key) ?? null
    },
    keep: (unwritten) => void all.set(key, unwritten),
    drop: () => void all.delete(key),
  }
}
