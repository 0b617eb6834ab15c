import type { Section } from '../../shared/board/model.ts'
import { kinds } from '../../shared/items/index.ts'
import type { ItemTranslate } from '../hooks/useItemText.ts'

/** Kinds of items that a section shows, of those there are. */
export const kindsOf = ({ kinds: shown = [] }: Pick<Section, 'kinds'>): readonly string[] =>
  shown.filter((kind) => kinds.has(kind))

/**
 * The kind that the section's heading speaks for: its only one, or the first when the section is called as it is. Every
 * other has a name and a number of its own.
 */
export const leadOf = (section: Pick<Section, 'kinds' | 'title'>, t: ItemTranslate): string | null => {
  const [first, ...others] = kindsOf(section)
  if (first === undefined) return null
  const isCalledSo = section.title.trim().toLowerCase() === t(`${first}:many`).toLowerCase()
  return others.length === 0 || isCalledSo ? first : null
}
