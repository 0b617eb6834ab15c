import { describe, expect, it } from 'vitest'
import type { CommandBody } from '../../shared/board/log.ts'
import type { RoomState } from '../../client/live/session.ts'
import { whyNot } from '../../client/hooks/useWhyNot.ts'
import { namesOn } from '../../client/hooks/useNames.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import { aDecision, aFullMeeting, agree, at, pause, stepId } from '../support/board.ts'

const t = translator('en', en)
const writable: RoomState = { is: 'writable' }

const why = (meeting: ReturnType<typeof aFullMeeting>, who: string, room: RoomState, step = 'goals') => {
  const me = meeting.member(who)
  return whyNot(meeting.step(step), room, {
    t,
    me,
    board: meeting.board,
    names: namesOn(meeting.board, me, 'en', t),
  })
}

describe('why one cannot write', () => {
  it('BV6 gives no reason where one may write', () => {
    expect(why(aFullMeeting(), 'ed', writable)).toBeNull()
    expect(why(aFullMeeting(), 'faye', writable)).toBeNull()
  })

  it('BV6 says who can help someone whose role does not write', () => {
    expect(why(aFullMeeting(), 'rita', { is: 'readOnly', because: 'role' })).toBe(
      'You read this plan. Ask faye if you need to write.',
    )
    expect(why(aFullMeeting(), 'cora', writable)).toContain('Ask faye')
  })

  it('BV6 says to somebody who is here for one step which one it is, and nothing of it in that step', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', {
      type: 'member.role',
      memberId: meeting.member('ed').id,
      role: 'editor',
      onlyStep: stepId('goals'),
    })
    expect(why(meeting, 'ed', writable, 'mission')).toMatch(
      /^You were invited to step \d+: .+\. You read the rest of the plan\. Ask faye/,
    )
    expect(why(meeting, 'ed', writable, 'goals')).toBeNull()
  })

  it('BV6 says when the step was agreed and who can reopen it', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('goals'))
    expect(why(meeting, 'ed', { is: 'readOnly', because: 'agreed' })).toBe(
      'Working agreement 2 March 2026. faye can reopen the step.',
    )
    expect(why(meeting, 'faye', writable)).toContain('You can reopen')
    const formal = { ...aDecision, body: 'The council', reference: '§ 12' }
    meeting.tell('faye', { ...agree('mission'), decision: formal } as CommandBody)
    expect(why(meeting, 'ed', writable, 'mission')).toMatch(/^Agreed 2 March 2026/)
  })

  it('BV6 says who paused the step and until when', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause('goals', at(60)))
    const time = new Date(at(60)).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    expect(why(meeting, 'ed', writable)).toBe(`faye has paused the editing until ${time}.`)
    expect(why(meeting, 'faye', writable)).toContain('You have paused')
    expect(why(meeting, 'ed', writable, 'mission')).toBeNull()
  })

  it('BV6 asks for patience while the text is fetched, unless something else will stand in the way', () => {
    expect(why(aFullMeeting(), 'ed', { is: 'syncing' })).toContain('in a moment')
    expect(why(aFullMeeting(), 'rita', { is: 'syncing' })).toContain('Ask faye')
  })

  it('BV6 believes whichever hears of a closing first, the room or the board', () => {
    const meeting = aFullMeeting()
    expect(why(meeting, 'ed', { is: 'readOnly', because: 'agreed' })).not.toBeNull()
    meeting.tell('faye', agree('goals'))
    expect(why(meeting, 'ed', writable)).not.toBeNull()
  })

  it('BV6 says that the disk is nearly full, who can help, and that nothing is lost', () => {
    const full = { is: 'readOnly', because: 'full' } as const
    expect(why(aFullMeeting(), 'ed', full)).toMatch(/disk .* full.*Nothing is lost.*whoever runs/)
    expect(why(aFullMeeting(), 'rita', full)).toContain('Ask faye')
  })

  it('BV6 says what is wrong with a room that cannot be opened', () => {
    const reasons = (['notFound', 'loadError', 'tooMany'] as const).map((because) =>
      why(aFullMeeting(), 'ed', { is: 'failed', because }),
    )
    const others = [
      why(aFullMeeting(), 'ed', { is: 'unknownContent', names: ['video'] }),
      why(aFullMeeting(), 'ed', { is: 'readOnly', because: 'oldClient' }),
    ]
    expect(new Set([...reasons, ...others]).size).toBe(5)
    expect([...reasons, ...others]).not.toContain(null)
  })
})
