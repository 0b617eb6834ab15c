import { useMemo } from 'react'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Telling } from '../items/said.ts'
import { titleOf } from '../items/said.ts'

/** Stands in no text that people write. */
const separator = '\0'

/** What the items are called, in their order: the same list until one is called otherwise. */
export const useTitles = (items: readonly PlacedItem[], telling: Telling): readonly string[] => {
  const words = items.map((item) => titleOf(item, telling)).join(separator)
  return useMemo(() => words.split(separator), [words])
}
