import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionForm } from '../../client/agree/decision.ts'
import { emptyDecision, readDecision, wouldBeFormal } from '../../client/agree/decision.ts'
import { Decision, isFormal } from '../../shared/board/decisions.ts'

const form = (over: Partial<DecisionForm> = {}): DecisionForm => ({
  ...emptyDecision('2026-11-15'),
  decision: 'The goals stand.',
  ...over,
})
const noVotes = emptyDecision('').votes
const decisionOf = (over: Partial<DecisionForm>) => {
  const reading = readDecision(form(over))
  return reading.is === 'decision' ? reading.decision : reading.problems
}

describe('the form of an agreement', () => {
  it('BV10 needs a decision and a date, and nothing more', () => {
    expect(decisionOf({})).toEqual({ decision: 'The goals stand.', date: '2026-11-15' })
    expect(decisionOf({ decision: '  ' })).toEqual(['decisionNeeded'])
    expect(decisionOf({ date: '' })).toEqual(['dateNeeded'])
    expect(decisionOf({ date: '2026-02-30' })).toEqual(['dateNeeded'])
  })

  it('BV10 names everything that is missing at once', () => {
    const wrong = { ...noVotes, for: -1 }
    expect(decisionOf({ decision: '', date: 'soon', votes: wrong })).toEqual([
      'dateNeeded',
      'decisionNeeded',
      'votesWrong',
    ])
  })

  it('BV10 leaves out what was not filled in', () => {
    expect(decisionOf({ body: ' ', reference: '', reservations: '\n \n' })).toEqual(decisionOf({}))
  })

  it('BV10 takes an empty field beside a filled one as nobody, and three empty ones as no vote', () => {
    expect(decisionOf({ votes: { ...noVotes, for: 3 } })).toMatchObject({
      votes: { for: 3, against: 0, abstain: 0 },
    })
    expect(decisionOf({ votes: noVotes })).not.toHaveProperty('votes')
    expect(decisionOf({ votes: { ...noVotes, abstain: 1.5 } })).toEqual(['votesWrong'])
    expect(decisionOf({ votes: { ...noVotes, against: 1_000_001 } })).toEqual(['votesWrong'])
  })

  it('BV10 takes each line as a reservation of its own', () => {
    expect(decisionOf({ reservations: 'Ann: not the second goal.\n\n  Bo: too soon. ' })).toMatchObject({
      reservations: ['Ann: not the second goal.', 'Bo: too soon.'],
    })
  })

  it('BV11 says beforehand whether it will be a formal agreement, as the server would', () => {
    const text = fc.constantFrom('', '  ', 'The board', '§ 44')
    fc.assert(
      fc.property(text, text, (body, reference) => {
        const reading = readDecision(form({ body, reference }))
        expect(reading.is).toBe('decision')
        if (reading.is === 'decision')
          expect(wouldBeFormal(form({ body, reference }))).toBe(isFormal(reading.decision))
      }),
    )
  })

  it('BV11 makes decisions that the server takes', () => {
    const line = fc.string({ maxLength: 100 })
    const votes = fc.option(fc.integer({ min: -2, max: 20 }), { nil: null })
    fc.assert(
      fc.property(
        fc.record({
          body: line,
          reference: line,
          decision: line,
          reservations: line,
          date: fc.constantFrom('2026-11-15', '', '15.11.2026', '2026-13-01'),
          participants: fc.uniqueArray(
            fc.string({ minLength: 1, maxLength: 20 }).filter((name) => name.trim() !== ''),
          ),
          votes: fc.record({ for: votes, against: votes, abstain: votes }),
        }),
        (typed) => {
          const reading = readDecision(typed)
          if (reading.is === 'decision') expect(Decision.safeParse(reading.decision).success).toBe(true)
          else expect(reading.problems.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
