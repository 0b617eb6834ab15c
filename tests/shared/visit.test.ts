import { describe, expect, it } from 'vitest'
import { withRead } from '../../shared/board/visit.ts'
import { at } from '../support/board.ts'

const nothing = { before: at(0), also: [] } as const

describe('marking as read', () => {
  it('VS1 single things are remembered once each', () => {
    const read = withRead(nothing, { ids: ['a', 'b', 'a'] })
    expect(read).toEqual({ before: at(0), also: ['a', 'b'] })
    expect(withRead(read, { ids: ['b'] })).toBe(read)
  })

  it('VS2 everything up to a moment takes the single things in, and a moment never goes back', () => {
    const read = withRead(withRead(nothing, { ids: ['a'] }), { before: at(9) })
    expect(read).toEqual({ before: at(9), also: [] })
    expect(withRead(read, { before: at(8) })).toBe(read)
  })

  it('VS3 of very many the oldest are forgotten, never the newest', () => {
    const many = Array.from({ length: 2000 }, (_, one) => `c${one}`)
    const full = withRead(nothing, { ids: many })
    expect(full.also).toHaveLength(2000)
    const more = withRead(full, { ids: ['newest'] })
    expect(more.also).toHaveLength(2000)
    expect(more.also.at(-1)).toBe('newest')
    expect(more.also).not.toContain('c0')
  })
})
