import type { Range } from './flow.ts'

/** A block of a text that is on the page. */
export interface Block extends Range {
  readonly words: string
  /** Where it ends, from the top of what holds the text; pixels. */
  readonly below: number
  /** How much lower than the one before it ends: a button may be that high without lying over the one above. */
  readonly room: number | null
}

export const withRoom = (blocks: readonly Omit<Block, 'room'>[]): readonly Block[] =>
  blocks.map((block, at) => {
    const above = blocks[at - 1]
    return { ...block, room: above ? block.below - above.below : null }
  })

const most = 6

export const firstWords = (words: string): string => {
  const some = words.trim().split(/\s+/)
  return some.length > most ? `${some.slice(0, most).join(' ')} …` : some.join(' ')
}
