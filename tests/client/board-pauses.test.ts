import { describe, expect, it } from 'vitest'
import { pausesOf } from '../../client/board/pauses.ts'
import { aFullMeeting, agree, at, pause, resume } from '../support/board.ts'

const summary = (meeting: ReturnType<typeof aFullMeeting>) =>
  pausesOf(meeting.board).map(({ steps, isWhole }) => ({
    steps: steps.map(({ id }) => id as string),
    isWhole,
  }))

describe('the pauses that a bar tells of', () => {
  it('BV3 tells of steps that were paused together in one bar, in the order of the plan', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause())
    expect(summary(meeting)).toEqual([{ steps: ['mission', 'goals', 'actions'], isWhole: true }])
  })

  it('BV3 tells of pauses from different moments one by one', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause('goals'), 1)
    meeting.tell('faye', pause('mission', at(40)), 2)
    expect(summary(meeting)).toEqual([
      { steps: ['mission'], isWhole: false },
      { steps: ['goals'], isWhole: false },
    ])
    expect(pausesOf(meeting.board)[0]?.pause.until).toBe(at(40))
  })

  it('BV3 calls it the whole plan when every step that is not agreed is paused', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', pause())
    expect(summary(meeting)).toEqual([{ steps: ['goals', 'actions'], isWhole: true }])
    meeting.tell('faye', resume('goals'))
    expect(summary(meeting)).toEqual([{ steps: ['actions'], isWhole: false }])
  })

  it('BV3 tells of no pause in a step that is agreed', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause('goals'))
    meeting.tell('faye', agree('goals'))
    expect(summary(meeting)).toEqual([])
  })
})
