import { describe, expect, it } from 'vitest'
import type { News } from '../../client/inbox/crier.ts'
import { Crier } from '../../client/inbox/crier.ts'
import { fakeClock } from '../support/clock.ts'

interface Words extends News {
  readonly words: string
}

const second = 1_000
const decided = (words: string): Words => ({ is: 'decided', words })
const asked = (words: string): Words => ({ is: 'asked', words })
const said = (words: string): Words => ({ is: 'said', words })
const written = (words: string): Words => ({ is: 'written', words })

const aCrier = ({ isQuiet = false } = {}) => {
  const clock = fakeClock()
  const heard: string[] = []
  const crier = new Crier<Words>({
    clock,
    say: (words) => heard.push(words),
    words: (news) => news.map(({ words }) => words).join(' '),
    isQuiet: () => isQuiet,
  })
  return { clock, crier, heard, pass: (seconds: number) => clock.advance(seconds * second) }
}

describe('others’ work, said aloud', () => {
  it('IN9 is gathered for a moment, and then said in one breath', () => {
    const { crier, heard, pass } = aCrier()
    crier.hear(written('Samira.'))
    pass(3)
    crier.hear(written('Per.'))
    expect(heard).toEqual([])
    pass(1)
    expect(heard).toEqual(['Samira. Per.'])
  })

  it('IN9 is said at most once in twenty seconds, however long it goes on', () => {
    const { crier, heard, pass } = aCrier()
    for (let beat = 0; beat < 60; beat++) {
      crier.hear(written(`${beat}`))
      pass(1)
    }
    expect(heard).toHaveLength(3)
    expect(heard.join(' ').split(' ').map(Number)).toEqual([...Array.from({ length: 44 }).keys()])
  })

  it('IN10 waits until three seconds after the last key', () => {
    const { crier, heard, pass } = aCrier()
    crier.hear(decided('Agreed.'))
    pass(0)
    expect(heard).toEqual(['Agreed.'])
    for (let key = 0; key < 30; key++) {
      crier.typed()
      if (key === 5) crier.hear(decided('Reopened.'))
      pass(1)
    }
    pass(1)
    expect(heard).toEqual(['Agreed.'])
    pass(1)
    expect(heard).toEqual(['Agreed.', 'Reopened.'])
  })

  it('IN10 then says all that waited, decisions first and what is asked next', () => {
    const { crier, heard, pass } = aCrier()
    crier.typed()
    crier.hear(written('Per wrote.'), said('A comment.'), asked('You are asked.'))
    crier.hear(decided('Agreed.'))
    pass(3)
    expect(heard).toEqual(['Agreed. You are asked. A comment. Per wrote.'])
    pass(60)
    expect(heard).toHaveLength(1)
  })

  it('IN10 does not make a decision wait for the twenty seconds', () => {
    const { crier, heard, pass } = aCrier()
    crier.hear(written('Per.'))
    pass(4)
    crier.hear(written('Samira.'))
    crier.hear(decided('Agreed.'))
    pass(0)
    expect(heard).toEqual(['Per.', 'Agreed. Samira.'])
  })

  it('IN10 loses no decision to much writing', () => {
    const { crier, heard, pass } = aCrier()
    crier.typed()
    crier.hear(decided('Agreed.'))
    for (let change = 0; change < 2_000; change++) crier.hear(written('x'))
    pass(3)
    expect(heard[0]).toMatch(/^Agreed\./)
  })

  it('IN11 is kept back in quiet mode, but for what was decided or is asked', () => {
    const { crier, heard, pass } = aCrier({ isQuiet: true })
    crier.hear(written('Per.'), said('A comment.'))
    pass(60)
    expect(heard).toEqual([])
    crier.hear(decided('Agreed.'), asked('You are asked.'))
    pass(0)
    expect(heard).toEqual(['Agreed. You are asked.'])
  })

  it('IN11 is said on demand at once, in quiet mode too, and once', () => {
    const { crier, heard, pass } = aCrier({ isQuiet: true })
    crier.hear(written('Per.'))
    expect(crier.tellNow()).toBe(true)
    expect(crier.tellNow()).toBe(false)
    pass(60)
    expect(heard).toEqual(['Per.'])
  })

  it('IN9 is forgotten when the plan is left', () => {
    const { clock, crier, heard, pass } = aCrier()
    crier.hear(written('Per.'))
    crier.stop()
    pass(60)
    expect(heard).toEqual([])
    expect(clock.waiting()).toBe(0)
  })
})
