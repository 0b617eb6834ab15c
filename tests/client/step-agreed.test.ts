import { describe, expect, it } from 'vitest'
import { agreedSections } from '../../client/step/agreed-sections.ts'

const sections = [
  { id: 'a.text' },
  { id: 'a.activities', kinds: ['activity'] },
  { id: 'a.followUps', kinds: ['followUp'] },
]
const shown = (filled: readonly string[], mayFollow: boolean) =>
  agreedSections(sections, { texts: {}, filled, mayFollow }).map(({ id }) => id)

describe('an agreed step on the board', () => {
  it('BV18 leaves out what stayed empty, but not where its follow-ups are added', () => {
    expect(shown(['activity'], true)).toEqual(['a.activities', 'a.followUps'])
    expect(shown(['activity'], false)).toEqual(['a.activities'])
    expect(shown(['activity', 'followUp'], false)).toEqual(['a.activities', 'a.followUps'])
  })

  it('BV18 of which nothing is said shows all its parts', () => {
    expect(shown([], false)).toEqual(sections.map(({ id }) => id))
  })
})
