import { describe, expect, it } from 'vitest'
import { GivenScore } from '../../shared/board/score.ts'
import { aFullMeeting, aScore } from '../support/board.ts'

const begin = { type: 'scoring.begin' } as const
const reveal = { type: 'scoring.reveal' } as const
const settle = (...pairs: readonly string[]) => ({ type: 'scoring.settle', pairs }) as const
const end = { type: 'scoring.end' } as const

describe('scoring apart', () => {
  it.each([begin, reveal, settle('a1:g1'), end])('SC1 $type is for facilitators', (command) => {
    const meeting = aFullMeeting()
    for (const name of ['ed', 'cora', 'rita']) expect(meeting.tell(name, command)).toBe('role')
    expect(meeting.tell('nobody', command)).toBe('left')
    expect(meeting.tell('faye', command)).not.toBe('role')
  })

  it('SC2 there is one round at a time, which is revealed once', () => {
    const meeting = aFullMeeting()
    const codes = (...commands: readonly (typeof begin | typeof reveal | typeof end)[]) =>
      commands.map((command) => {
        const told = meeting.tell('faye', command)
        return typeof told === 'string' ? told : told.map(({ type }) => type).join()
      })
    expect(codes(reveal, end)).toEqual(['scoringClosed', 'scoringClosed'])
    expect(codes(begin, begin, reveal)).toEqual(['scoring.begun', 'scoringGoesOn', 'scoring.revealed'])
    expect(codes(begin, reveal, end)).toEqual(['scoringGoesOn', 'scoringClosed', 'scoring.ended'])
    expect(codes(begin, end, end)).toEqual(['scoring.begun', 'scoring.ended', 'scoringClosed'])
  })

  it('SC3 what was given is on the board from when it is revealed until the end', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', begin, 5)
    const { since, round } = meeting.board.scoring ?? {}
    expect(meeting.board.scoring).toEqual({ is: 'open', since, by: meeting.member('faye').id, round })
    expect(JSON.stringify(meeting.log)).not.toContain('rationale')
    meeting.tell('faye', reveal, 9)
    expect(meeting.board.scoring).toMatchObject({ is: 'revealed', since, round, scores: [aScore()] })
    meeting.tell('faye', end)
    expect(meeting.board).not.toHaveProperty('scoring')
    meeting.tell('faye', begin)
    expect(meeting.board.scoring?.round).toBeGreaterThan(round ?? Infinity)
  })

  it('SC13 what the group has agreed on of what was scored is told once, while it is talked about', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', settle('a1:g1'))).toBe('scoringClosed')
    meeting.tell('faye', begin)
    expect(meeting.tell('faye', settle('a1:g1'))).toBe('scoringClosed')
    meeting.tell('faye', reveal)
    const told = meeting.tell('faye', settle('a1:g1', 'a1:g1', 'never:scored'))
    expect(told).toMatchObject([{ type: 'scoring.settled', pairs: ['a1:g1'] }])
    expect(meeting.tell('faye', settle('a1:g1'))).toEqual([])
    expect(meeting.board.scoring).toMatchObject({ is: 'revealed', settled: ['a1:g1'] })
  })

  it('SC4 a score is 0–3 with a confidence, and a reason or none', () => {
    const { by: _, ...said } = aScore()
    const good = { ...said, round: 7 }
    const { rationale: _reason, ...silent } = good
    const back = { round: 7, activityId: 'a1', goalId: 'g1', score: null }
    const fits = (one: unknown) => GivenScore.safeParse(one).success
    for (const one of [good, silent, { ...good, score: 0 }, { ...good, rationale: 'r'.repeat(1000) }, back])
      expect([one, fits(one)]).toEqual([one, true])
    const wrong = [
      { ...good, score: 4 },
      { ...good, score: -1 },
      { ...good, score: 1.5 },
      { ...good, score: '2' },
      { ...good, confidence: 'sure' },
      { ...silent, confidence: undefined },
      { ...good, rationale: 'r'.repeat(1001) },
      { ...good, rationale: ' ' },
      { ...good, activityId: '' },
      { ...good, goalId: 'g/1' },
      { ...good, goalId: '__proto__' },
      { ...good, by: 'somebody else' },
      { ...back, rationale: 'Why' },
      { ...back, round: undefined },
      { ...good, round: undefined },
      { ...good, round: 'last' },
    ]
    for (const one of wrong) expect([one, fits(one)]).toEqual([one, false])
  })
})
