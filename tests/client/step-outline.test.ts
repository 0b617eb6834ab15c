import { describe, expect, it } from 'vitest'
import type { ProseNode } from '../../shared/step/richtext.ts'
import { outlineOf } from '../../client/step/outline.ts'

const heading = (level: number): ProseNode => ({ type: 'heading', attrs: { level }, content: [] })
const depthsOf = (...levels: readonly number[]) => [
  ...outlineOf({ type: 'doc', content: levels.map(heading) }).values(),
]

describe('the headings of a text that is read', () => {
  it('BV8 never skip a level, whatever their author chose', () => {
    expect(depthsOf(2, 2, 3)).toEqual([1, 1, 2])
    expect(depthsOf(3, 1, 3, 2)).toEqual([1, 1, 2, 2])
    expect(depthsOf(1, 2, 3, 2)).toEqual([1, 2, 3, 2])
  })
})
