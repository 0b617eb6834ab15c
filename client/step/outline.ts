import type { ProseDoc, ProseNode } from '../../shared/step/richtext.ts'

/**
 * How deep each heading of a text stands, from 1: a heading is never more than one below what it stands under,
 * whatever level its author chose for its size.
 */
export const outlineOf = (text: ProseDoc): ReadonlyMap<ProseNode, number> => {
  const depths = new Map<ProseNode, number>()
  let above: readonly number[] = []
  const visit = (node: ProseNode) => {
    if (node.type === 'heading') {
      const level = typeof node.attrs?.['level'] === 'number' ? node.attrs['level'] : 1
      above = [...above.filter((one) => one < level), level]
      depths.set(node, above.length)
    }
    node.content?.forEach(visit)
  }
  text.content.forEach(visit)
  return depths
}
