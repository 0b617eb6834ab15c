import { describe, expect, it } from 'vitest'
import { stateOf } from '../../client/step/state.ts'
import { aFullMeeting, aDecision, agree, reopen, review, stepId } from '../support/board.ts'

const lookOf = (meeting: ReturnType<typeof aFullMeeting>) => {
  const { look, word } = stateOf(meeting.step('goals'))
  return `${look} ${word}`
}

describe('how a step’s state looks', () => {
  it('BV7 has a word and a look for every state of a step’s life', () => {
    const meeting = aFullMeeting()
    expect(lookOf(meeting)).toBe('open step.open')
    meeting.tell('faye', review('goals'))
    expect(lookOf(meeting)).toBe('review step.inReview')
    meeting.tell('faye', agree('goals'))
    expect(lookOf(meeting)).toBe('agreed step.working')
    meeting.tell('faye', reopen('goals'))
    expect(lookOf(meeting)).toBe('again step.reopened')
  })

  it('BV7 says agreed only with a body and a reference', () => {
    const decided = (more: object) => {
      const meeting = aFullMeeting()
      const decision = { ...aDecision, ...more }
      meeting.tell('faye', { type: 'step.agree', stepId: stepId('goals'), decision })
      return lookOf(meeting)
    }
    expect(decided({ body: 'The board' })).toBe('agreed step.working')
    expect(decided({ reference: '§ 4' })).toBe('agreed step.working')
    expect(decided({ body: 'The board', reference: '§ 4' })).toBe('agreed step.agreed')
  })
})
