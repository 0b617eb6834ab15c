import { describe, expect, it } from 'vitest'
import { apartFrom, nameAmong } from '../../client/hooks/namesakes.ts'
import { namesOn } from '../../client/hooks/useNames.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import { aFullMeeting, memberId } from '../support/board.ts'

const t = translator('en', en)

describe('what people and steps are called', () => {
  it('BV5 numbers steps by their place in the plan, and lists them in that order', () => {
    const meeting = aFullMeeting()
    const names = namesOn(meeting.board, meeting.member('ed'), 'en', t)
    expect(names.number('actions')).toBe(3)
    expect(names.numbers(['actions', 'mission'])).toBe('1 and 3')
    const swedish = namesOn(meeting.board, meeting.member('ed'), 'sv', translator('sv', sv))
    expect(swedish.numbers(new Set(['goals', 'mission', 'actions']))).toBe('1, 2 och 3')
  })

  it('BV5 names those who lead the plan and still have access, without me', () => {
    const meeting = aFullMeeting()
    const asEd = () => namesOn(meeting.board, meeting.member('ed'), 'en', t).facilitators
    expect(asEd()).toBe('faye')
    meeting.join('fred', 'facilitator')
    expect(asEd()).toBe('faye or fred')
    expect(namesOn(meeting.board, meeting.member('fred'), 'en', t).facilitators).toBe('faye')
    meeting.tell('faye', { type: 'member.remove', memberId: memberId('fred') })
    expect(asEd()).toBe('faye')
    expect(namesOn(meeting.board, meeting.member('faye'), 'en', t).facilitators).toBe(
      'whoever leads the plan',
    )
  })

  it('BV16 tells people of the same name apart by organisation, and of the same one by when they came', () => {
    const { member } = aFullMeeting()
    const anna = {
      ...member('ed'),
      name: 'Anna',
      organisation: 'North',
      joinedAt: '2026-03-02T09:30:00.000Z',
    }
    const other = { ...member('cora'), name: 'Anna', organisation: 'South' }
    const alike = { ...member('rita'), name: 'Anna', organisation: 'North' }
    const all = [member('faye'), anna, other]
    expect(all.map((one) => nameAmong(one, all, t))).toEqual(['faye', 'Anna (North)', 'Anna (South)'])
    const more = [...all, alike]
    expect(apartFrom(anna, more, t)).toMatch(/^North, since .*2026/)
    expect(apartFrom(other, more, t)).toBe('South')
    expect(apartFrom({ ...member('faye'), name: 'Anna', organisation: '' }, all, t)).toBe('')
  })
})
